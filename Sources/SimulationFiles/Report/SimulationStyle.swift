import MatchingFiles

/// Style rules of the simulation report beyond those of the page shell.
enum SimulationStyle {
  static let sheet: Markup = """
    .plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));gap:28px 40px;margin-top:16px}
    .plot>svg,.wide>svg{display:block;width:100%;height:auto;margin-top:6px}
    .plot text,.wide>svg text{font-size:11px;fill:var(--soft)}
    .plot .tick,.wide .tick{stroke:var(--line);stroke-width:1;fill:none}
    .band{fill:var(--accent);fill-opacity:.17}
    .inner{fill:var(--accent);fill-opacity:.3}
    .mean{stroke:var(--accent);stroke-width:2;fill:none;stroke-linejoin:round}
    .other{stroke:var(--grey);stroke-width:1.8;stroke-dasharray:5 4;fill:none}
    .goal{stroke:var(--wait);stroke-width:1.4;stroke-dasharray:2 3;fill:none}
    .count{fill:var(--accent)}
    .less{fill:var(--tor)}
    .more{fill:var(--accent)}
    .whisker{stroke:var(--ink);stroke-width:1.2;fill:none}
    .dot{fill:var(--ink)}
    .wide .row{fill:var(--ink);font-size:12px}
    .c1{fill:#0072b2}.c2{fill:#e69f00}.c3{fill:#009e73}.c4{fill:#cc79a7}.c5{fill:#56b4e9}.c6{fill:#d55e00}
    .c7{fill:#999}.c8{fill:#8a7a00}
    .home{fill-opacity:.55;stroke:var(--paper);stroke-width:.8}
    .office{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
    .reach{stroke:var(--ink);stroke-opacity:.22;stroke-width:1;fill:none}
    td.text,th.text{text-align:left;white-space:normal}
    td.sure{font-weight:600}
    .assume td{white-space:normal}
    .maps figure{break-inside:avoid}
    @media (max-width:600px){.plot text,.wide text{font-size:15px}.wide .row{font-size:15px}}
    @media print{.scroll{overflow:visible}#antennas table{font-size:7pt}#antennas th,#antennas td{padding-left:5pt}\
    .plots{grid-template-columns:1fr 1fr}.plot,.wide{break-inside:avoid}}
    """
}
