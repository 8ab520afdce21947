import Diagnostics
import Model

/// Bars above a page's text, which only the preview shows. Themes know nothing of them: they bring their own style.
enum PageBar {
    static let style =
        "all:revert;position:sticky;top:0;z-index:2147483647;margin:0;padding:.5rem 1rem;max-height:60vh;"
        + "overflow:auto;background:#a40000;color:#fff;font:1rem/1.5 system-ui,sans-serif"

    /// `page` with `element` at the start of its body.
    static func added(_ element: String, to page: [UInt8]) -> [UInt8] {
        guard let start = page.endOfBodyTag else { return page }
        return page[..<start] + Array(element.utf8) + page[start...]
    }

    /// The bar of an article that readers do not see, or not yet; nil for one that they do.
    static func element(
        _ state: Visibility, _ date: Timestamp, zone: ZoneOffset, _ language: Language
    ) -> String? {
        guard let words = words(state, date, zone: zone, language) else { return nil }
        return "<div style=\"\(style)\" data-bantin=\"state\" role=\"status\"><strong>\(words)</strong></div>"
    }

    static func words(
        _ state: Visibility, _ date: Timestamp, zone: ZoneOffset, _ language: Language
    ) -> String? {
        let isVietnamese = language == .vietnamese
        switch state {
        case .published: return nil
        case .draft: return isVietnamese ? "NHÁP" : "DRAFT"
        case .expired: return isVietnamese ? "HẾT HẠN" : "EXPIRED"
        case .withdrawn: return isVietnamese ? "ĐÃ GỠ" : "WITHDRAWN"
        case .scheduled:
            return (isVietnamese ? "HẸN GIỜ " : "SCHEDULED ") + date.shortText(in: zone)
        }
    }
}

extension [UInt8] {
    /// Behind `<body …>`.
    fileprivate var endOfBodyTag: Int? {
        let tag = Array("<body".utf8)
        var at = startIndex
        while let open = self[at...].firstIndex(of: UInt8(ascii: "<")) {
            if self[open...].starts(with: tag) {
                return self[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
            }
            at = open + 1
        }
        return nil
    }
}
