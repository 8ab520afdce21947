import Build
import Bytes
import Diagnostics
import Model

extension DeskPage {
    /// A whole page with `title` as its heading.
    func page(_ title: String, _ body: String) -> String {
        let site = contents.overview?.settings.title ?? "bantin"
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8">
            <title>\(title) · \(escaped(site))</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
            <link rel="icon" href="data:,">
            <style>\(Self.style)</style></head>
            <body><header><p><a href="\(Desk.path)">\(words.desk)</a></p>\
            <p><a href="\(escaped(contents.overview?.settings.url("/") ?? "/"))">\(words.site)</a></p></header>
            <main><h1>\(title)</h1>
            \(body)</main>
            <script>\(Self.script)</script></body></html>

            """
    }

    private static let style = """
        :root { --ink: #1b1f24; --soft: #59636e; --line: #d5dae0; --page: #f5f7f9; --card: #fff; --blue: #0b57a4;
          --good: #0a6b2d; --bad: #a40000; --badpage: #fff1f1; --goodpage: #eaf7ee }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --soft: #a4aeb9; --line: #3a424b;
          --page: #14181c; --card: #1d2329; --blue: #7fb8f5; --good: #7fd69a; --bad: #ff9c9c; --badpage: #3a1d1d;
          --goodpage: #17301f } }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif }
        header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; padding: .5rem 1.25rem;
          background: #0b3d70 }
        header p { margin: 0 } header a { color: #fff; display: inline-block; padding: .25rem 0 }
        main { max-width: 70rem; margin: 0 auto; padding: 1rem }
        h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0 1rem } h2 { font-size: 1.15rem; margin: 0 0 .75rem }
        section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem;
          margin: 0 0 1rem; overflow-x: auto }
        .count { color: var(--soft); font-weight: normal } .none, small { color: var(--soft) }
        .state { border-left: 4px solid; padding: .5rem .75rem } .good { color: var(--good); background: var(--goodpage) }
        .bad { color: var(--bad); background: var(--badpage) }
        a, summary { color: var(--blue) } summary { cursor: pointer; padding: .2rem 0 }
        table { border-collapse: collapse; width: 100% }
        th { text-align: left; font-size: .875rem; color: var(--soft) }
        th, td { padding: .4rem .75rem .4rem 0; vertical-align: top; border-bottom: 1px solid var(--line) }
        th { white-space: nowrap } .date { white-space: nowrap; width: 10rem } .actions { width: 14rem }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
        td code, dd code { overflow-wrap: anywhere }
        form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin: 0 0 .5rem }
        label { display: inline-flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; max-width: 100% }
        input, select, button { font: inherit; color: inherit; min-height: 2.25rem; padding: .25rem .6rem;
          border: 1px solid var(--soft); border-radius: .35rem; background: var(--card); max-width: 100% }
        input[type="checkbox"] { min-height: 1.5rem; width: 1.5rem } input[name="title"] { width: 28rem;
          max-width: 100% }
        button { cursor: pointer; background: var(--page) } button.do, #new button { background: #0b57a4; color: #fff;
          border-color: #0b57a4 }
        :focus-visible { outline: 3px solid #f0a30a; outline-offset: 2px }
        pre { overflow: auto; background: var(--page); padding: .75rem; border: 1px solid var(--line);
          border-radius: .35rem; margin: 0 0 1rem }
        .told { white-space: pre-wrap; overflow-wrap: anywhere } ins { text-decoration: none; color: var(--good) }
        del { text-decoration: none; color: var(--bad) }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem } dt { color: var(--soft) }
        dd { margin: 0; overflow-wrap: anywhere }
        @media (max-width: 40rem) { thead { display: none } tr { display: block; border-bottom: 1px solid var(--line);
          padding: .4rem 0 } td { display: block; border: 0; padding: .1rem 0;
          width: auto } .number { text-align: left }
          dl { display: block } }
        """

    /// Looks again when something has changed, unless somebody is filling in a form.
    private static let script = """
        (() => {
          let isTouched = false;
          document.addEventListener("input", () => { isTouched = true; });
          if (location.pathname !== "\(Desk.path)") return;
          new EventSource("\(LiveReload.eventsPath)").onmessage = () => { if (!isTouched) location.reload(); };
        })();
        """
}
