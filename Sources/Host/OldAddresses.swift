import Build
import Files
import Synchronization

/// Addresses with a query that a portal had before: `redirects.map`, which the build writes. Read again when the file is
/// another one.
final class OldAddresses: Sendable {
    private let path: String
    private let state = Mutex(State())

    private struct State {
        var stamp = FileStamp.unknown
        var targets: [String: String] = [:]
    }

    /// `folder` is what is served.
    init(folder: String) { path = folder + "/redirects.map" }

    /// Where `address`, a path with its query, leads now.
    func target(of address: String) -> String? {
        let stamp = FileStamp.of(path)
        return state.withLock { state in
            if stamp != state.stamp {
                state.stamp = stamp
                state.targets = Self.read((try? WholeFile.read(path)) ?? [])
            }
            return state.targets[address]
        }
    }

    /// Lines of `"/tin.aspx?id=5" "/tin-tuc/…/";`.
    private static func read(_ bytes: [UInt8]) -> [String: String] {
        var targets: [String: String] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let quoted = texts(in: line)
            if quoted.count == 2 { targets[quoted[0]] = quoted[1] }
        }
        return targets
    }

    /// What stands between quotes; a backslash keeps the byte behind it.
    private static func texts(in line: ArraySlice<UInt8>) -> [String] {
        var texts: [String] = []
        var text: [UInt8]?
        var isKept = false
        for byte in line {
            if isKept {
                text?.append(byte)
                isKept = false
            } else if byte == UInt8(ascii: "\\") {
                isKept = true
            } else if byte == UInt8(ascii: "\"") {
                if let whole = text { texts.append(String(decoding: whole, as: UTF8.self)) }
                text = text == nil ? [] : nil
            } else {
                text?.append(byte)
            }
        }
        return texts
    }
}
