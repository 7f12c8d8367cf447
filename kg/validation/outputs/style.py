"""How the page of findings looks."""

STYLE = """
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 60rem;
  padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
.findings { padding-left: 1.5rem; } .findings li { margin: .6rem 0; padding: .3rem .6rem; border-left: .3rem solid; }
li.violation { border-color: #b3261e; } li.warning { border-color: #b26a00; } li.info { border-color: #2f6f9f; }
mark.violation { background: #f9c9c5; } mark.warning { background: #ffe0a3; } mark.info { background: #cfe6f7; }
mark { color: inherit; border-radius: .2em; } mark:target { outline: .15em solid #1b1b1b; }
#facts:checked ~ section .fact { border-bottom: .12em dotted #4a7a4a; }
q { font-weight: 600; } q::before { content: "【"; } q::after { content: "】"; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid #ddd; border-radius: .4rem;
  padding: 1rem; }
small { color: #555; }
"""
