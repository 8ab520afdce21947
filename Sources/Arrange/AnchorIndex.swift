import Bytes

/// Says whether a source has an anchor; a long list becomes a set when it is first asked for, so that many
/// links into one long page cost no walk each.
struct AnchorIndex {
    private static let short = 16
    private var sets: [ExactText: Set<ExactText>] = [:]

    /// `anchors` are those of the source `file`, the same at every call.
    mutating func contains(_ anchor: String, in anchors: [String], of file: String) -> Bool {
        let wanted = ExactText(anchor)
        if anchors.count <= Self.short { return anchors.contains { ExactText($0) == wanted } }
        let key = ExactText(file)
        if let set = sets[key] { return set.contains(wanted) }
        let set = Set(anchors.map(ExactText.init))
        sets[key] = set
        return set.contains(wanted)
    }
}
