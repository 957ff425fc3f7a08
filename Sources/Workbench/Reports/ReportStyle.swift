/// The report's style sheet: one column of text, quiet tables, light and dark, printable.
enum ReportStyle {
  static let css = """
    :root{color-scheme:light dark;--ink:#1c2430;--soft:#55606e;--line:#d5dae1;--paper:#fff;--tint:#f4f6f8;--accent:#1f4e79;
    --good:#1b6e3c;--near:#7a5200;--bad:#a3201d;--idle:#55606e}
    @media(prefers-color-scheme:dark){:root{--ink:#e4e8ee;--soft:#a4afbd;--line:#37414e;--paper:#14191f;--tint:#1d242c;
    --accent:#8fc1f0;--good:#77d19a;--near:#e3b864;--bad:#ff9b94;--idle:#a4afbd}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 "Source Sans 3","Segoe UI",system-ui,sans-serif}
    main,nav,footer{max-width:70rem;margin:0 auto;padding:0 1.25rem}
    nav{padding-top:1rem;display:flex;gap:1.25rem;flex-wrap:wrap;font-size:.95rem}
    footer{margin-top:3rem;padding:1rem 1.25rem 2rem;color:var(--soft);font-size:.875rem;border-top:1px solid var(--line)}
    h1{font-size:1.9rem;line-height:1.2;margin:1.5rem 0 .5rem}h2{font-size:1.35rem;margin:2.5rem 0 .5rem}
    h3{font-size:1.08rem;margin:2rem 0 .35rem}p{max-width:44rem;margin:.5rem 0}
    a{color:var(--accent)}a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);
    outline-offset:2px}
    .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
    .lead{font-size:1.1rem}.soft,.note,figcaption,caption{color:var(--soft);font-size:.9rem}
    .scroll{overflow-x:auto;margin:.75rem 0;border:1px solid var(--line);border-radius:6px}
    table{border-collapse:collapse;width:100%;font-size:.92rem}
    caption{text-align:left;padding:.5rem .6rem}
    th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
    thead th{background:var(--tint);border-top:0;font-weight:600;vertical-align:bottom}
    tbody th{font-weight:500}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.number a{color:inherit;text-decoration-color:var(--line)}
    tr.total th,tr.total td,td.total,th.total{font-weight:650;background:var(--tint)}
    .off{color:var(--bad)}.printed{display:block;font-size:.8rem;color:var(--soft)}.off .printed{color:var(--bad)}
    .zero{color:var(--soft)}
    .badge{display:inline-block;padding:.05rem .5rem;border:1px solid currentColor;border-radius:1rem;font-size:.82rem;
    white-space:nowrap}
    .reproduced{color:var(--good)}.within-bounds{color:var(--near)}.differs{color:var(--bad)}
    .recorded,.not-recomputable{color:var(--idle)}
    .counts{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0;padding:0;list-style:none}
    figure{margin:1rem 0}figure img{display:block;max-width:100%;height:auto;background:#fff;border:1px solid var(--line);
    border-radius:6px;padding:.5rem}
    details{margin:.35rem 0}summary{cursor:pointer;color:var(--accent);font-size:.9rem}
    ul.plain{list-style:none;padding:0;margin:.25rem 0}ul.plain li{margin:.2rem 0;font-size:.9rem;overflow-wrap:anywhere}
    :target{background:color-mix(in srgb,var(--accent) 16%,transparent)}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.25rem 0}dt{color:var(--soft)}dd{margin:0}
    td.list{white-space:normal;min-width:6rem}td .note{margin:.25rem 0 0}summary{white-space:nowrap}
    .checks th[scope=row]{width:9rem}.checks td:nth-child(2){min-width:16rem}
    @media(max-width:40rem){h1{font-size:1.5rem}main,nav,footer{padding-left:.9rem;padding-right:.9rem}
    th,td{padding:.35rem .45rem}
    .checks,.checks tbody,.checks tr,.checks th,.checks td{display:block;border:0;text-align:left}
    .checks thead{position:absolute;left:-999px}.checks tr{border-top:1px solid var(--line);padding:.5rem .25rem}
    .checks th[scope=row]{width:auto}.checks td[data-head]::before{content:attr(data-head) ": ";color:var(--soft)}
    .checks td[data-head]{display:inline-block;margin-right:.75rem;white-space:normal}}
    @media print{nav,.skip{display:none}.scroll{overflow:visible;border:0}details{display:none}}
    """
}
