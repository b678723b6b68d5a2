/// The style sheet of the report.
///
/// Colours are of the palette of M. Okabe and K. Ito, *Color Universal Design* (2008), which people with any colour
/// vision can tell apart; the pale and dark variants are mixed from it. Everything a colour says is also said by a word
/// or a shape.
enum ReportStyle {
  /// The digest by which the page's content security policy knows the sheet.
  static let digest = SHA256.base64Digest(of: Array(sheet.utf8))

  static let sheet: Markup = """
    :root{--paper:#fff;--ink:#1b2733;--soft:#5a6875;--line:#dfe4e9;--wash:#f5f7f9;--sea:#f3f6f9;--accent:#0072b2;\
    --k1:#0072b2;--k2:#e69f00;--k3:#009e73;--k4:#56b4e9;--k5:#cc79a7;--tor:#e69f00;--wait:#d55e00;--grey:#aab4bd;\
    --track:#e9edf1;--mid:#1b2733}
    @media screen and (prefers-color-scheme:dark){:root{--paper:#12181f;--ink:#e8edf2;--soft:#a3b0bc;--line:#2c3640;\
    --wash:#1a222b;--sea:#18202a;--accent:#56b4e9;--k1:#4a9fd8;--k2:#e69f00;--k3:#1fb58a;--k4:#8fd0f5;--k5:#d997b9;\
    --wait:#f0814a;--grey:#66737f;--track:#28323c;--mid:#fff}}
    *{box-sizing:border-box}
    html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;\
    color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
    body{max-width:1180px;margin:0 auto;padding:32px 24px 48px}
    p{margin:0 0 12px;max-width:72ch}
    h1,h2,h3,h4{line-height:1.25;margin:0;font-weight:600}
    h1{font-size:1.75rem;letter-spacing:-.01em;margin:6px 0 24px;text-wrap:pretty}
    h2{font-size:1.4rem;margin:0 0 8px;letter-spacing:-.005em}
    h3{font-size:1.05rem}
    small{font-size:.82em;font-weight:400;color:var(--soft)}
    a{color:var(--accent)}
    section{margin-top:56px}
    figure{margin:0}
    figcaption,.legend{font-size:.82rem;color:var(--soft)}
    .top{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.12fr);gap:24px 44px;align-items:start}
    .over{color:var(--soft);font-size:.9rem;margin:0}
    .figures{display:grid;grid-template-columns:1fr 1fr;gap:20px 28px;margin:0 0 24px}
    .figures dt{font-size:.85rem;color:var(--soft)}
    .figures dd{margin:0}
    .figures b{display:block;font-size:2rem;line-height:1.15;font-weight:600;color:var(--accent);\
    font-variant-numeric:tabular-nums}
    .figures span{display:block;font-size:.82rem;color:var(--soft);line-height:1.35}
    .proof{border-left:3px solid var(--k3);padding:2px 0 2px 12px;font-size:.92rem}
    nav{font-size:.9rem;display:flex;flex-wrap:wrap;gap:4px 18px}
    .map{display:block;width:100%;height:auto}
    .map text{font-size:10px;fill:var(--soft)}
    .sea{fill:var(--sea)}
    .grid{stroke:var(--line);stroke-width:1;fill:none}
    .map .deg text{font-size:9px;opacity:.75}
    .map .zone text{font-size:9.5px;paint-order:stroke;stroke:var(--sea);stroke-width:3px;stroke-linejoin:round}
    .map .name text{font-size:13px;paint-order:stroke;stroke:var(--sea);stroke-width:3px;stroke-linejoin:round}
    .map .name .who{font-weight:600;fill:var(--ink)}
    .bar{stroke:var(--ink);stroke-width:1.4;fill:none}
    .map .km{fill:var(--ink);font-size:11px}
    .duo{stroke:var(--ink);stroke-opacity:.42;stroke-width:1;fill:none;stroke-linecap:round}
    .far{stroke-dasharray:3 3}
    .sum.duo{stroke:var(--accent);stroke-opacity:.4}
    .tee{fill:var(--accent);stroke:var(--paper);stroke-width:.7}
    .tor{fill:var(--tor);stroke:var(--paper);stroke-width:.7}
    .tee.free{fill:var(--paper);fill-opacity:.75;stroke:var(--wait);stroke-width:1.6}
    .tor.free{fill:var(--paper);fill-opacity:.75;stroke:var(--tor);stroke-width:1.8}
    circle.tee{fill-opacity:.85}
    circle.tee.free{fill-opacity:.6;stroke:var(--accent);stroke-width:1.3}
    .legend{display:flex;flex-wrap:wrap;gap:2px 16px;margin:10px 0 0;max-width:none}
    .legend span{display:inline-flex;align-items:center;gap:6px}
    .legend svg{width:16px;height:16px;flex:none}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.92rem}
    th,td{padding:7px 0 7px 16px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
    th:first-child{text-align:left;padding-left:0;font-weight:600}
    thead th{font-weight:400;color:var(--soft);font-size:.82rem;white-space:normal;vertical-align:bottom}
    .maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:28px 24px;margin-top:16px}
    .maps h3{margin-bottom:6px}
    .maps figcaption{margin-top:6px}
    .dists{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:28px 40px;margin-top:20px}
    .dist svg{display:block;width:100%;height:auto;margin-top:6px}
    .dist text{font-size:11px;fill:var(--soft)}
    .down{fill:var(--grey)}
    .axis{stroke:var(--soft);stroke-width:1}
    .mid{stroke:var(--mid);stroke-width:1.6}
    .k0 .up{fill:var(--ink)}
    .k1 .up,.k1 .v,path.k1{fill:var(--k1)}
    .k2 .up,.k2 .v,path.k2{fill:var(--k2)}
    .k3 .up,.k3 .v,path.k3{fill:var(--k3)}
    .k4 .up,.k4 .v,path.k4{fill:var(--k4)}
    .k5 .up,.k5 .v,path.k5{fill:var(--k5)}
    .at{margin:32px 0 4px}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,500px),1fr));gap:0 48px}
    .card{padding:18px 0 14px;border-bottom:1px solid var(--line);break-inside:avoid}
    .card h4{font-size:1rem;display:flex;flex-wrap:wrap;gap:0 8px}
    .card h4 span{overflow-wrap:anywhere}
    .card i{font-style:normal;color:var(--soft);font-weight:400}
    .card .how{font-size:.84rem;color:var(--soft);margin:0 0 8px}
    .card ul,.wait ul{list-style:none;margin:0;padding:0}
    .card li{display:grid;grid-template-columns:4.6rem minmax(90px,1fr) 2.5rem minmax(0,1.55fr);gap:0 10px;\
    align-items:baseline;font-size:.82rem;line-height:1.45}
    .card li b{font-weight:400}
    .card li svg{width:100%;height:9px;display:block;align-self:start;margin-top:.36em}
    .card li span{color:var(--soft);overflow-wrap:anywhere}
    .card data{text-align:right;font-variant-numeric:tabular-nums}
    .card .sum{border-top:1px solid var(--line);margin-top:4px;padding-top:3px}
    .card .sum b,.card .sum data{font-weight:600}
    .t{fill:var(--track)}
    .note{margin:7px 0 0;font-size:.8rem}
    .note em{font-style:normal;border:1px solid var(--wait);color:var(--wait);border-radius:9px;padding:0 8px;\
    margin-right:4px;display:inline-block}
    .else{margin:6px 0 0;font-size:.8rem;color:var(--soft);max-width:none}
    .say td,.say th{text-align:left;white-space:normal;overflow-wrap:anywhere;vertical-align:top}
    .rules td,.rules th{vertical-align:top}
    .rules th small{display:block;white-space:normal;min-width:15em}
    .rules td svg{display:block;width:7.5em;height:8px;margin:5px 0 0 auto}
    .rules .v{fill:var(--k1)}
    .rules .bad{fill:var(--wait)}
    .limit{fill:var(--mid)}
    .open{border-left-color:var(--wait)}
    .wait{margin-top:24px}
    .wait h3{margin-bottom:4px}
    .wait li{font-size:.84rem;padding:5px 0;border-bottom:1px solid var(--line);display:grid;\
    grid-template-columns:8rem minmax(0,1.25fr) minmax(0,1fr);gap:0 16px;break-inside:avoid}
    .wait li b{font-weight:600;overflow-wrap:anywhere}
    .wait li span{color:var(--soft)}
    .wait li em{font-style:normal}
    .talk{margin:0;padding-left:1.3em;max-width:80ch}
    .talk li{margin-bottom:10px;padding-left:4px;break-inside:avoid;overflow-wrap:anywhere}
    .talk li::marker{color:var(--accent);font-weight:600}
    footer{margin-top:56px;padding-top:14px;border-top:1px solid var(--line);font-size:.82rem;color:var(--soft)}
    @media (max-width:860px){.top{grid-template-columns:minmax(0,1fr)}}
    @media (max-width:600px){body{padding:20px 15px 36px}h1{font-size:1.35rem}section{margin-top:42px}\
    .figures b{font-size:1.6rem}.map text,.map .deg text,.map .zone text{font-size:15px}.map .km{font-size:17px}\
    .map .deg,.map .zone{display:none}\
    .card li{grid-template-columns:4.6rem minmax(0,1fr) 2.5rem}.card li span{grid-column:2/-1;margin:-2px 0 5px}\
    .card .sum span{display:none}\
    .wait li{grid-template-columns:minmax(0,1fr);padding:8px 0}}
    @media print{@page{size:A4;margin:14mm 14mm 13mm}html{font-size:10pt;color-scheme:light}\
    body{max-width:none;padding:0}nav{display:none}section{margin-top:18pt}h2,h3,section>p{break-after:avoid}\
    h1{font-size:16pt;margin:2pt 0 12pt}h2{font-size:13pt}.top{grid-template-columns:minmax(0,1fr);gap:8pt}\
    .figures{grid-template-columns:repeat(4,1fr);gap:14pt;margin-bottom:12pt}.figures b{font-size:17pt}\
    .figures dt,.figures span{font-size:7.6pt}.proof{font-size:9pt;max-width:none}\
    .where .map{max-height:92mm}.legend{margin-top:5pt;font-size:7.6pt}\
    .dists{grid-template-columns:repeat(3,1fr);gap:10pt 22pt;margin-top:6pt}.dist figcaption{font-size:7.6pt}\
    .maps{grid-template-columns:repeat(3,1fr);gap:12pt}.dist,.maps figure,.where{break-inside:avoid}\
    section p{max-width:none;margin-bottom:6pt;font-size:9pt}#duos,#waiting{break-before:page;margin-top:0}\
    .cards{grid-template-columns:1fr 1fr;gap:0 20pt}.card{padding:6pt 0 5pt}.card h4{font-size:9pt}\
    .card .how{font-size:7.2pt;margin-bottom:3pt}.note,section .else{font-size:7.2pt;margin:3pt 0 0}\
    .card li{font-size:7.2pt;line-height:1.36;gap:0 5pt;grid-template-columns:34pt minmax(40pt,.8fr) 19pt minmax(0,1.75fr)}\
    .card li svg{height:5.5pt;margin-top:2pt}.card .sum{margin-top:2pt;padding-top:1pt}\
    .wait{margin-top:12pt}.wait li{padding:2.5pt 0;font-size:7.6pt;gap:0 10pt;\
    grid-template-columns:62pt minmax(0,1.25fr) minmax(0,1fr)}footer{margin-top:18pt;font-size:7.6pt}\
    .rules tr{break-inside:avoid}.rules th small{min-width:0}.rules td svg{width:52pt;height:5.5pt;margin-top:3pt}\
    table{font-size:8.6pt}th,td{padding:3.5pt 0 3.5pt 8pt}thead th{font-size:7.6pt}\
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
}
