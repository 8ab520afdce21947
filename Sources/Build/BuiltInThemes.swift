import CEmbedded
package import Model

/// The files inside the program: theme `sen`, and what `init` starts a portal with.
package enum BuiltInThemes {
    /// Every file of every built-in theme.
    package static let files: [BuiltInFile] = embedded(under: "themes/").map { file in
        let slash = file.path.firstIndex(of: "/") ?? file.path.endIndex
        return BuiltInFile(
            theme: String(file.path[..<slash]), path: String(file.path[slash...].dropFirst()),
            bytes: file.bytes)
    }

    /// The files of a new portal, by their paths in it.
    package static var starter: [(path: String, bytes: [UInt8])] { embedded(under: "starter/") }

    /// The files of theme `sen` as a portal has a copy of them, by their paths in the portal.
    package static var copy: [(path: String, bytes: [UInt8])] {
        let folder = "themes/sen/"
        return embedded(under: folder).map { (folder + $0.path, $0.bytes) }
    }

    /// The files whose names start with `prefix`, without it, in byte order.
    private static func embedded(under prefix: String) -> [(path: String, bytes: [UInt8])] {
        (0..<embedded_file_count()).compactMap { index in
            let file = embedded_file(index)
            let name = String(cString: file.name)
            guard name.hasPrefix(prefix) else { return nil }
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
            return (String(name.dropFirst(prefix.count)), [UInt8](bytes))
        }
    }
}
