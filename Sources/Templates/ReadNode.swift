/// What a template may read of the values in one place: fields of an object, or of the objects of a list,
/// and what it reads of those in turn.
///
/// The compiler grows it while it checks expressions. A list and its elements share a node: to know what
/// is read of a list is to know what is read of each of its elements.
final class ReadNode {
    private(set) var fields: [String: ReadNode] = [:]
    /// True when objects here are compared with others: which object it is matters then, not only its fields.
    var isCompared = false

    func field(_ name: String) -> ReadNode {
        if let known = fields[name] { return known }
        let new = ReadNode()
        fields[name] = new
        return new
    }

    /// Takes over what is read through `other`, a parameter to which a value of this place is handed.
    func merge(_ other: ReadNode) {
        guard other !== self else { return }
        isCompared = isCompared || other.isCompared
        for (name, node) in other.fields { field(name).merge(node) }
    }
}
