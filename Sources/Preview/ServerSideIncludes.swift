/// The one directive of server-side includes that pages hold: `<!--# include virtual="/manh/latest.html" -->`.
enum ServerSideIncludes {
    private static let start = Array("<!--# include virtual=\"".utf8)
    private static let end = Array("\" -->".utf8)

    /// `page` with what `content` gives for the address of each directive in its place.
    ///
    /// Other directives stay as they stand, and what is put in is not looked through again.
    static func resolved(_ page: [UInt8], content: (String) -> [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = page[...]
        while let directive = rest.firstRange(of: start) {
            let behind = rest[directive.upperBound...]
            guard let quote = behind.firstIndex(of: UInt8(ascii: "\"")), page[quote...].starts(with: end)
            else {
                result += rest[..<directive.upperBound]
                rest = behind
                continue
            }
            result += rest[..<directive.lowerBound]
            result += content(String(decoding: behind[..<quote], as: UTF8.self))
            rest = page[(quote + end.count)...]
        }
        return result + rest
    }
}

extension ArraySlice<UInt8> {
    fileprivate func firstRange(of pattern: [UInt8]) -> Range<Int>? {
        var at = startIndex
        while let found = self[at...].firstIndex(of: pattern[0]) {
            if self[found...].starts(with: pattern) { return found..<(found + pattern.count) }
            at = found + 1
        }
        return nil
    }
}
