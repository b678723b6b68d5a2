import MatchingFiles
import Testing

@Suite("JSON and CSV texts")
struct JSONAndCSVTests {
  @Test("A JSON value written reads back equal; quotation marks cannot hide behind a combining mark")
  func jsonRoundTrip() throws {
    let value: JSONValue = [
      "text": "a\"\u{301}\\</script>\u{202E}\n\u{1F600}é", "numbers": [1, -2, .decimal(0.1), .decimal(1e-7), nil],
      "empty": [[], [:], ""], "curve": [[2, 10_000], [10, 0]], "flag": true,
    ]
    let bytes = JSONWriter.bytes(of: value)
    #expect(try JSONDocument(bytes, file: "x").root == value)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.utf8.contains(UInt8(ascii: "<")) == false)
    #expect(text.contains("\"numbers\": [1, -2, 0.1, 1e-07, null],\n"))
    #expect(text.contains("\"curve\": [\n    [2, 10000],\n    [10, 0]\n  ],\n"))
  }

  @Test("Numbers of JSON keep their value", arguments: ["1E3", "-0.0", "123456789012345678.5", "5e-324", "1.7e308"])
  func jsonNumbers(_ text: String) throws {
    #expect(try JSONDocument(Array(text.utf8), file: "x").root.number == Double(text))
  }

  @Test("A surrogate pair is one character; a position is found by its pointer")
  func jsonPositions() throws {
    let text = "{\"a/b\": [0,\n {\"k\": \"\\ud83d\\ude00\"}]}"
    let document = try JSONDocument(Array(text.utf8), file: "x")
    #expect(document.root["a/b"]?.array?.last?["k"] == "\u{1F600}")
    #expect(document.position(of: "/a~1b/1/k") == TextPosition(line: 2, column: 8))
    #expect(document.position(of: "/a~1b/1/k", ofName: true) == TextPosition(line: 2, column: 3))
    #expect(document.position(of: "/a~1b/7") == TextPosition(line: 1, column: 9))
  }

  @Test("Free text that looks like a formula is neutralised; identifiers are not")
  func formulas() {
    var writer = CSVWriter(columns: ["a", "b"])
    for text in ["=1", "+1", "-1", "@x", "\tx", "\rx", "\u{FF1D}1", "=\u{301}1"] {
      writer.append([.text(text), .exact("-1")])
    }
    writer.append([.text("a\"b,c"), .integer(-3)])
    writer.append([.blank, .text("plain")])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "a,b\n'=1,-1\n'+1,-1\n'-1,-1\n'@x,-1\n'\tx,-1\n\"'\rx\",-1\n'\u{FF1D}1,-1\n'=\u{301}1,-1\n\"a\"\"b,c\",-3\n,plain\n"
    )
  }
}
