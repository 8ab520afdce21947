import Bytes

/// The tree of a template's reads, ready to be walked: objects of one type, and what is read of each.
///
/// Plans that read the same of the same type are one, so that what was worked out for an object on one
/// page serves every page.
///
/// `@unchecked Sendable`: the steps are set once. They lie in memory of their own and are read there, since a
/// copy of one costs reference counts for which all threads would fight.
final class ReadPlan: @unchecked Sendable {
    struct Step {
        let read: Reader
        let digest: Digest?
        /// What is read of the object, or of the objects of the list, that the field holds; the plans of a
        /// template set live as long as the set.
        let inner: Unmanaged<ReadPlan>?
    }

    /// Its place among the plans of its template set.
    let number: Int
    let steps: UnsafeMutableBufferPointer<Step>
    /// Stands for the first `digestedCount` steps; nil when there are none.
    let digest: ObjectDigest?
    let digestedCount: Int
    let exposure: Exposure
    /// Keeps them.
    private let inner: [ReadPlan]

    init(number: Int, digest: ObjectDigest?, fields: [(field: Field, inner: ReadPlan?)]) {
        self.number = number
        let digested = digest == nil ? [] : fields.filter(\.field.isInDigest)
        let ordered = digested.isEmpty ? fields : digested + fields.filter { !$0.field.isInDigest }
        digestedCount = digested.count
        self.digest = digested.isEmpty ? nil : digest
        inner = fields.compactMap(\.inner)
        exposure = fields.reduce(into: Exposure()) { $0.add($1.field, $1.inner?.exposure) }
        steps = .allocate(capacity: fields.count)
        _ = steps.initialize(
            fromContentsOf: ordered.map { field, inner in
                Step(read: field.read, digest: field.digest, inner: inner.map { .passUnretained($0) })
            })
    }

    deinit {
        steps.deinitialize()
        steps.deallocate()
    }
}

/// Makes the plans of one template set.
struct ReadPlanner {
    private struct Form: Hashable {
        let type: String
        let fields: [String]
        let inner: [Int]
    }

    private let schema: Schema
    private var plans: [Form: ReadPlan] = [:]

    init(_ schema: Schema) { self.schema = schema }

    /// The plan for objects of `type`; nil when it cannot be told what the output depends on: which objects are
    /// compared shows in none of their fields.
    mutating func plan(_ node: ReadNode, of type: String) -> ReadPlan? {
        guard let object = schema.object(type) else { return nil }
        if node.isCompared { return nil }
        var steps: [(field: Field, inner: ReadPlan?)] = []
        for name in node.fields.keys.sorted() {
            guard let field = object.field(name), let child = node.fields[name] else { return nil }
            guard let inner = field.type.innermostObject else {
                steps.append((field, nil))
                continue
            }
            guard let plan = plan(child, of: inner) else { return nil }
            steps.append((field, plan))
        }
        let form = Form(
            type: type, fields: steps.map(\.field.name), inner: steps.map { $0.inner?.number ?? -1 })
        if let known = plans[form] { return known }
        let plan = ReadPlan(number: plans.count, digest: object.digest, fields: steps)
        plans[form] = plan
        return plan
    }
}

extension ValueType {
    /// The object type at the core of lists and optionals.
    var innermostObject: String? {
        switch self {
        case .object(let name): name
        case .list(let inner), .optional(let inner): inner.innermostObject
        case .bool, .int, .text, .html, .date: nil
        }
    }
}
