/// A simple check of HTML: every element that is opened is closed, in order.
enum TagBalance {
    private static let void: Set<String> = ["img", "br", "hr", "input"]

    /// The first tag that does not fit, or the innermost element left open; nil when all is well.
    static func fault(in html: String) -> String? {
        var open: [String] = []
        var rest = Array(html.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return "unended tag" }
            let tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            let name = String(tag.prefix { $0 != " " && $0 != "/" })
            if tag.hasPrefix("/") {
                if open.popLast() != String(tag.dropFirst()) { return "<\(tag)>" }
            } else if !void.contains(name) {
                open.append(name)
            }
        }
        return open.last
    }
}
