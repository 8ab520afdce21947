internal import Bytes
internal import Glibc
internal import Model

/// Many paths in one block of memory, each with a NUL behind it, so that system calls take them as they are.
///
/// `@unchecked Sendable`: the block is filled in `init` and only read after it.
final class PathTable: @unchecked Sendable {
    private let block: UnsafeMutableBufferPointer<UInt8>
    /// Where each path starts; one more at the end.
    private let starts: [Int]

    /// Copies `count` paths: `path` calls its second argument once with the bytes of the path asked for.
    init(count: Int, size: Int, path: (Int, (UnsafeBufferPointer<UInt8>) -> Void) -> Void) {
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(size + count, 1))
        var starts: [Int] = []
        starts.reserveCapacity(count + 1)
        var at = 0
        for index in 0..<count {
            starts.append(at)
            path(index) { at = block[at...].initialize(fromContentsOf: $0) }
            block.initializeElement(at: at, to: 0)
            at += 1
        }
        self.block = block
        self.starts = starts + [at]
    }

    /// Runs of paths of other tables, in that order.
    init(_ runs: [(table: PathTable, range: Range<Int>)]) {
        let size = runs.reduce(0) { $0 + $1.table.bytes(of: $1.range).count }
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(size, 1))
        var starts: [Int] = []
        starts.reserveCapacity(runs.reduce(1) { $0 + $1.range.count })
        var at = 0
        for (table, range) in runs {
            let shift = at - table.starts[range.lowerBound]
            for index in range { starts.append(table.starts[index] + shift) }
            at = block[at...].initialize(fromContentsOf: table.bytes(of: range))
        }
        self.block = block
        self.starts = starts + [at]
    }

    deinit { block.deallocate() }

    var count: Int { starts.count - 1 }

    /// The bytes of all paths, each with its NUL.
    var size: Int { starts[count] }

    /// The path's bytes, without the NUL. Valid as long as the table lives.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: block[starts[index]..<(starts[index + 1] - 1)])
    }

    /// The bytes of some paths, each with its NUL.
    private func bytes(of range: Range<Int>) -> UnsafeMutableBufferPointer<UInt8> {
        UnsafeMutableBufferPointer(rebasing: block[starts[range.lowerBound]..<starts[range.upperBound]])
    }

    /// The path as a C string. Valid as long as the table lives.
    func cString(_ index: Int) -> UnsafePointer<CChar> {
        UnsafeRawPointer(block.baseAddress! + starts[index]).assumingMemoryBound(to: CChar.self)
    }

    func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }
}

extension PathTable {
    convenience init(_ paths: [String]) {
        self.init(count: paths.count, size: paths.reduce(0) { $0 + $1.utf8.count }) { index, take in
            var path = paths[index]
            path.withUTF8 { take($0) }
        }
    }

    convenience init(_ entries: [PlanEntry]) {
        self.init(count: entries.count, size: entries.reduce(0) { $0 + $1.path.utf8.count }) { index, take in
            var path = entries[index].path
            path.withUTF8 { take($0) }
        }
    }
}

/// Paths as bytes.
enum PathBytes {
    /// Less than, equal to or greater than zero as `left` sorts before, with or behind `right`.
    static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        UnsafeRawBufferPointer(left).comparedBytes(to: UnsafeRawBufferPointer(right))
    }

    /// The length of the path of the folder that `path` is in; 0 for the top.
    static func folderLength(_ path: UnsafeBufferPointer<UInt8>) -> Int {
        path.lastIndex(of: UInt8(ascii: "/")) ?? 0
    }

    /// True for a path that stays inside the output folder and that a line of a file list can hold.
    ///
    /// Nothing else is ever written or deleted, whatever a damaged list says.
    static func isUsable(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        for at in 0...path.count {
            if at < path.count {
                if path[at] == 0 || path[at] == UInt8(ascii: "\n") { return false }
                if path[at] != UInt8(ascii: "/") { continue }
            }
            if !isUsableName(UnsafeBufferPointer(rebasing: path[start..<at])) { return false }
            start = at + 1
        }
        return true
    }

    private static func isUsableName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = name.first else { return false }
        guard first == UInt8(ascii: ".") else { return true }
        if name.count == 1 || (name.count == 2 && name[1] == UInt8(ascii: ".")) { return false }
        return !OwnName.reserves(name)
    }
}
