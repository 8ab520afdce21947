import CCMark
import Model

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// cmark's own renderer, the measure for ours.
enum CMark {
    static func html(_ text: String, options: Int32 = CMARK_OPT_UNSAFE) -> String {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let base = characters.baseAddress else { return "" }
                return string(cmark_markdown_to_html(base, characters.count, options))
            }
        }
    }

    fileprivate static func string(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text else { return "" }
        defer { free(text) }
        return String(cString: text)
    }
}

/// What cmark writes for the things that are holes in a body.
enum Fragment {
    static func html(of kind: Hole.Kind) -> String {
        switch kind {
        case .link(let destination, let title): start(of: CMARK_NODE_LINK, destination, title)
        // No text of CommonMark's examples is read with citations on.
        case .citation: ""
        case .linkEnd: "</a>"
        case .image(let destination), .media(let destination): source(destination)
        case .fileSize: " (PDF, 1 KB)"
        }
    }

    private static func start(of type: cmark_node_type, _ url: String, _ title: String) -> String {
        let html = rendered(type, url, title)
        return String(html.dropLast("</a>".count))
    }

    private static func source(_ url: String) -> String {
        let html = rendered(CMARK_NODE_IMAGE, url, "")
        return String(html.dropFirst("<img".count).dropLast(" alt=\"\" />".count))
    }

    private static func rendered(_ type: cmark_node_type, _ url: String, _ title: String) -> String {
        let node = cmark_node_new(type)
        defer { cmark_node_free(node) }
        cmark_node_set_url(node, url)
        cmark_node_set_title(node, title)
        return CMark.string(cmark_render_html(node, CMARK_OPT_UNSAFE))
    }
}
