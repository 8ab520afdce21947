/// Keeps pages in browsers as they are in content/: a script that the preview adds to every page asks for the page
/// again when something has changed, and shows it when its bytes are others.
enum LiveReload {
    static let scriptPath = "/_bantin/reload.js"
    static let eventsPath = "/_bantin/events"

    /// `page` with the script at the end of its body; `tag` is the page's own.
    static func added(to page: [UInt8], tag: String) -> [UInt8] {
        let element = Array("<script data-tag='\(tag)' src=\"\(scriptPath)\"></script>".utf8)
        guard let end = page.lastStart(of: Array("</body>".utf8)) else { return page + element }
        return page[..<end] + element + page[end...]
    }

    private static let deskStyle =
        "all:revert;position:fixed;left:.5rem;bottom:.5rem;z-index:2147483646;padding:.35rem .75rem;border-radius:1rem;"
        + "background:#0b3d70;color:#fff;font:.875rem/1.5 system-ui,sans-serif;text-decoration:none"

    /// Style sheets have the hash of their bytes in their names, so that a page of which only style sheets have changed
    /// differs in these names alone: then they are exchanged, and the page stays.
    static let script = """
        (() => {
          "use strict";
          let shown = { tag: document.currentScript.dataset.tag, text: null };
          const ask = async () => {
            const answer = await fetch(location.href, { cache: "no-store" });
            return { tag: answer.headers.get("ETag"), text: await answer.text() };
          };
          const withoutStyles = text => text
            .replace(/<script data-tag='[^']*'/, "").replace(/href="[^"]*\\.css"/g, "");
          const styles = page => [...page.querySelectorAll('link[rel="stylesheet"]')];
          const exchangeStyles = text => {
            const now = styles(document), next = styles(new DOMParser().parseFromString(text, "text/html"));
            now.forEach((link, index) => {
              const href = next[index].getAttribute("href");
              if (link.getAttribute("href") === href) return;
              const fresh = link.cloneNode();
              fresh.addEventListener("load", () => link.remove());
              fresh.setAttribute("href", href);
              link.after(fresh);
            });
          };
          let isLooking = false, isAsked = false;
          const look = async () => {
            isAsked = true;
            if (isLooking) return;
            isLooking = true;
            while (isAsked) {
              isAsked = false;
              try {
                const next = await ask();
                if (next.tag === shown.tag) {
                  shown = next;
                } else if (shown.text !== null && withoutStyles(next.text) === withoutStyles(shown.text)) {
                  exchangeStyles(next.text);
                  shown = next;
                } else {
                  location.reload();
                }
              } catch {
                // The preview has been stopped: the page stays as it is.
              }
            }
            isLooking = false;
          };
          const events = new EventSource("\(eventsPath)");
          // What changed while nobody listened was not heard.
          events.onopen = look;
          events.onmessage = event => {
            const goal = event.data.split("\\n")[1];
            if (goal && decodeURI(location.pathname) !== decodeURI(goal)) location.href = goal; else look();
          };
          const desk = document.createElement("a");
          desk.href = "\(Desk.path)";
          desk.textContent = document.documentElement.lang === "vi" ? "Bàn làm việc" : "Desk";
          desk.dataset.bantin = "desk";
          desk.style.cssText = "\(deskStyle)";
          document.body.append(desk);
        })();

        """
}

extension [UInt8] {
    /// Where `pattern` stands last.
    fileprivate func lastStart(of pattern: [UInt8]) -> Int? {
        guard count >= pattern.count else { return nil }
        return stride(from: count - pattern.count, through: 0, by: -1).first {
            self[$0...].starts(with: pattern)
        }
    }
}
