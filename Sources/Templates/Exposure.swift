/// What may change what a template reads though nothing changes in the objects that it is given.
package struct Exposure: Hashable, Sendable {
    /// Of these objects themselves, and of those that always belong to them.
    package private(set) var near: Influences = []
    /// Of objects that they only hold at times: it is not known which these are.
    package private(set) var far: Influences = []

    package init() {}

    package init(near: Influences = [], far: Influences = []) {
        self.near = near
        self.far = far
    }

    /// Adds a field of the objects; `inner` is the exposure of what is read of the value that it has.
    mutating func add(_ field: Field, _ inner: Exposure?) {
        near.formUnion(field.influences)
        guard let inner else { return }
        far.formUnion(inner.far)
        if field.influences.isEmpty { near.formUnion(inner.near) } else { far.formUnion(inner.near) }
    }
}

extension Template {
    /// The exposure of what it reads of its variables, and of globals as `far`: these have all objects; nil when it is
    /// not known what it depends on.
    package var exposure: Exposure? {
        guard let reading else { return nil }
        let globals = reading.globals.compactMap { $0?.exposure }
        let variables = reading.variables.compactMap { $0?.exposure }
        return Exposure(
            near: variables.reduce([]) { $0.union($1.near) },
            far: (variables.map(\.far) + globals.flatMap { [$0.near, $0.far] }).reduce([]) { $0.union($1) })
    }
}
