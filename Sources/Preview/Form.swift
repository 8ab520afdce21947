import Bytes

/// Fields of a form as browsers send them: `application/x-www-form-urlencoded`.
struct Form: Sendable {
    let fields: [(name: String, value: String)]

    /// What a query or a body says; a field without `=` is empty.
    init(_ text: some StringProtocol) {
        fields =
            text.utf8.isEmpty
            ? []
            : text.split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
            }
    }

    /// The first field of that name.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    private static func decode(_ text: some StringProtocol) -> String {
        PercentEncoding.decode(String(text.map { $0 == "+" ? " " : $0 }))
    }

    /// `fields` as a query with its `?`; empty without any.
    static func query(_ fields: [(name: String, value: String)]) -> String {
        if fields.isEmpty { return "" }
        return "?" + fields.map { encode($0.name) + "=" + encode($0.value) }.joined(separator: "&")
    }

    /// `PercentEncoding` leaves slashes alone, which a query does not mind.
    private static func encode(_ text: String) -> String { PercentEncoding.encode(text) }
}
