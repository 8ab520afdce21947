/// An expression after checking.
struct Checked {
    var expression: Expression
    /// nil when a problem was reported: nothing that is built on it raises a second one.
    var type: ValueType?
    var dependencies = Dependencies.none
    /// The way from a variable, when it is one.
    var path: Dependencies.Path?
    /// The places the value may come from, when it is an object or holds objects.
    var places: [ReadNode] = []
    /// What holds something when this is true, and when it is false.
    var whenTrue: Set<Dependencies.Path> = []
    var whenFalse: Set<Dependencies.Path> = []
    /// Its truth, when the types alone decide it.
    var known: Bool?
    /// Whether it is a field with markup that is replaced in pages.
    var isReplaced = false
    /// Roughly how long it takes; reading a field is 1.
    var weight = 1

    static var broken: Checked { Checked(expression: Expression(), type: nil) }

    static func constant(_ value: Value, _ type: ValueType) -> Checked {
        Checked(expression: ConstantExpression(value), type: type, weight: 0)
    }

    /// What a variable that holds this depends on: an object by its path is a key, other values are known
    /// with what holds them.
    var origin: Dependencies.Origin {
        if let path, type?.objectName != nil { .path(path) } else { .values(dependencies) }
    }

    /// The same with all that `other` depends on and costs.
    func adding(_ other: Checked) -> Checked {
        var sum = self
        sum.dependencies.formUnion(other.dependencies)
        if sum.type?.innermostObject != nil { sum.places += other.places }
        sum.weight += other.weight
        return sum
    }
}

/// A compiled statement before it is put together with its neighbours.
struct Piece {
    enum Content {
        case text([UInt8])
        case node(Node)
    }

    var content: Content
    var dependencies = Dependencies.none
    /// Roughly how long it takes; reading a field is 1.
    var weight = 0
    /// The remembered parts inside, calls of other parts left out.
    var memories: [MemoryNode] = []
    /// Variables that it sets and that live on behind it.
    var assigned: [Int] = []

    static let empty = Piece(content: .text([]))

    func makeNode() -> Node {
        switch content {
        case .text(let bytes): bytes.isEmpty ? Node() : TextNode(bytes)
        case .node(let node): node
        }
    }

    var isText: Bool {
        if case .text = content { true } else { false }
    }
}
