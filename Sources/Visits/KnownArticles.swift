internal import Build
internal import Bytes
internal import Files
internal import Glibc
internal import Synchronization

/// The ids that can be counted: those in addresses.csv, which has every source ever published. Read again when the file
/// is another one.
package final class KnownArticles: Sendable {
    private let path: String
    private let state = Mutex(State())

    private struct State {
        /// By the bytes of the id: what merely looks the same is not known.
        var numbers: [ExactText: Int32] = [:]
        var stamp = FileStamp.unknown
        var looked: Int = 0
    }

    package init(root: String) {
        path = root + "/addresses.csv"
        state.withLock { readAgain(&$0) }
    }

    /// A number for the article that stays the same as long as the process lives; nil for an id that is not known.
    package func number(of id: String) -> Int32? {
        let id = ExactText(id)
        return state.withLock { state in
            if let number = state.numbers[id] { return number }
            // One that has been published since: the file is looked at once a second at most.
            let now = time(nil)
            guard now != state.looked else { return nil }
            state.looked = now
            readAgain(&state)
            return state.numbers[id]
        }
    }

    private func readAgain(_ state: inout State) {
        let stamp = FileStamp.of(path)
        guard stamp != state.stamp, let bytes = try? WholeFile.read(path) else { return }
        state.stamp = stamp
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            // A URL starts with `/`, so that an id may hold commas.
            let comma = line.indices.dropLast().first {
                line[$0] == UInt8(ascii: ",") && line[$0 + 1] == UInt8(ascii: "/")
            }
            guard let comma, comma > line.startIndex else { continue }
            let id = ExactText(String(decoding: line[..<comma], as: UTF8.self))
            if state.numbers[id] == nil { state.numbers[id] = Int32(state.numbers.count) }
        }
    }
}
