internal import Bytes
internal import Diagnostics
internal import Model

/// addresses.csv: a line `id,url` for each address ever published.
enum AddressBook {
    static let name = "addresses.csv"

    /// The bytes of the file of the site at `root`; none when there is no such file.
    static func bytes(root: String) throws(SourceRefusal) -> [UInt8] {
        let path = root + "/" + name
        return FileReader.exists(path) ? try FileList.bytes(path, file: name) : []
    }

    /// The lines in the bytes of the file.
    static func read(_ bytes: [UInt8]) throws(SourceRefusal) -> ([Address], [Diagnostic]) {
        bytes.isEmpty ? ([], []) : read(try SourceDecoder.decode(bytes, file: name))
    }

    /// The lines of the file; a URL starts with `/`, so that an id may hold commas.
    static func read(_ text: SourceText) -> ([Address], [Diagnostic]) {
        var addresses: [Address] = []
        var diagnostics: [Diagnostic] = []
        var start = 0
        for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if let address = address(line) {
                addresses.append(address)
            } else if !line.isEmpty {
                diagnostics.append(
                    text.diagnostic(.error, FolderProblem.malformedAddress, at: start, length: line.count))
            }
            start += line.count + 1
        }
        return (addresses, diagnostics)
    }

    private static func address(_ line: ArraySlice<UInt8>) -> Address? {
        let comma = line.indices.first { at in
            line[at] == UInt8(ascii: ",") && at + 1 < line.endIndex && line[at + 1] == UInt8(ascii: "/")
        }
        guard let comma, comma > line.startIndex, isAddress(line[(comma + 1)...]) else { return nil }
        return Address(
            id: String(decoding: line[..<comma], as: UTF8.self),
            url: String(decoding: line[(comma + 1)...], as: UTF8.self))
    }

    /// Whether it can be the address of a page: addresses name folders, not the file in them, and lead nowhere else.
    private static func isAddress(_ path: ArraySlice<UInt8>) -> Bool {
        let steps = path.split(separator: UInt8(ascii: "/"))
        let isStrange = steps.contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
        return !isStrange && steps.last?.elementsEqual("index.html".utf8) != true
    }
}
