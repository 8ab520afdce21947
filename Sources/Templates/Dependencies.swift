/// What the output of an expression or a part depends on, as paths from variables.
///
/// Everything that is shared means the same on every page, so a part that reads `article.category.title`
/// and `article.category.url` depends on which object `article.category` is and on nothing else. What is
/// read of `site` leaves no path. A list or a plain value is known when the object that holds it is.
struct Dependencies {
    enum Step: Hashable {
        case field(String)
        case index(Int)
    }

    /// A variable and the way from it to a value.
    struct Path: Hashable {
        /// The number of the variable, see `Root`.
        let root: Int
        var steps: [Step] = []
        /// For the variable and for the value behind each step: whether it means the same on every page.
        var shared: [Bool]

        /// True when whoever knows the object at this path knows what is at `other`.
        func covers(_ other: Path) -> Bool {
            root == other.root && steps.count <= other.steps.count && other.steps.starts(with: steps)
                && other.shared[(steps.count + 1)...].allSatisfy { $0 }
        }

        func appending(_ step: Step, shared isShared: Bool) -> Path {
            Path(root: root, steps: steps + [step], shared: shared + [isShared])
        }

        /// The path to what holds the value at this one.
        var holder: Path {
            steps.isEmpty ? self : Path(root: root, steps: steps.dropLast(), shared: shared.dropLast())
        }

        /// The same way from the value at `base` instead of from the variable.
        func rebased(on base: Path) -> Path {
            Path(root: base.root, steps: base.steps + steps, shared: base.shared + shared.dropFirst())
        }
    }

    private(set) var paths: [Path] = []
    /// True when the output depends on something that has no path.
    private(set) var isUnknown = false

    static let none = Dependencies()

    static var unknown: Dependencies {
        var dependencies = Dependencies()
        dependencies.isUnknown = true
        return dependencies
    }

    mutating func insert(_ path: Path) {
        if !paths.contains(path) { paths.append(path) }
    }

    mutating func formUnion(_ other: Dependencies) {
        isUnknown = isUnknown || other.isUnknown
        for path in other.paths { insert(path) }
    }

    func union(_ other: Dependencies) -> Dependencies {
        var union = self
        union.formUnion(other)
        return union
    }

    /// The paths that no other path covers.
    var essential: [Path] {
        paths.filter { path in !paths.contains { $0 != path && $0.covers(path) } }
    }

    /// Replaces the variables that `origin` knows by what their values depend on.
    ///
    /// A path through something that belongs to one page stays unknown: its variable is gone.
    func replacing(_ origin: (Int) -> Origin?) -> Dependencies {
        var result = Dependencies()
        result.isUnknown = isUnknown
        for path in paths {
            switch origin(path.root) {
            case nil: result.insert(path)
            case .path(let base): result.insert(path.rebased(on: base))
            case .values(let dependencies):
                result.formUnion(path.shared.allSatisfy { $0 } ? dependencies : .unknown)
            }
        }
        return result
    }

    /// Where the value of a variable comes from.
    enum Origin {
        case path(Path)
        case values(Dependencies)
    }
}

/// A variable as the analysis sees it.
struct Root {
    enum Place {
        case global(Int)
        case slot(Int)
    }

    let place: Place
    /// nil when a problem was reported.
    let type: ValueType?
    /// True when the same object turns up again on other pages.
    let recurs: Bool
}
