/// The names that Output keeps for itself in the output folder.
enum OwnName {
    /// The list of the files that the last build wrote.
    static let list = ".bantin-files"
    /// The files that an unfinished build may have added or was about to delete. Present from the first
    /// change of a build to its end: the next build finds in it what a killed one left behind.
    static let pending = ".bantin-pending"
    /// The start of the name of a file that is being written; the number of the thread follows.
    static let temporary = ".bantin-tmp-"
    /// The folder in which a site is written that is shown only when it is complete.
    static let staging = ".bantin-new"

    /// No page or copied file may have such a name.
    static func reserves(_ name: some Sequence<UInt8>) -> Bool { name.starts(with: ".bantin-".utf8) }
}

extension OwnName {
    static func isTemporary(_ name: some Sequence<UInt8>) -> Bool { name.starts(with: temporary.utf8) }
}
