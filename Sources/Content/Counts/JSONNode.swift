/// A value of a JSON file, and where it stands.
struct JSONNode {
    enum Value {
        case object([JSONMember])
        case array([JSONNode])
        case text(String)
        /// Nil for a number that is no whole one or does not fit.
        case number(Int?)
        case flag(Bool)
        case null
    }

    let value: Value
    /// In bytes.
    let range: Range<Int>
}

/// A name and its value.
struct JSONMember {
    let key: String
    let keyRange: Range<Int>
    let node: JSONNode
}
