/// The machine failed, or something stands in the way: nothing was written in halves, and the next build
/// goes on from whatever was done.
///
/// Paths are as the user knows them: the output folder as it was given, then the path in it.
package enum OutputFailure: Error, Hashable {
    /// A folder could not be made.
    case cannotCreate(path: String, errno: Int32)
    case cannotWrite(path: String, errno: Int32)
    /// A file to be copied, or one of ours that has to be compared.
    case cannotRead(path: String, errno: Int32)
    /// A whole file could not be put in its place.
    case cannotRename(path: String, errno: Int32)
    case cannotDelete(path: String, errno: Int32)
    case cannotList(path: String, errno: Int32)
    /// The disk did not confirm what was written.
    case cannotSync(path: String, errno: Int32)
    /// The output folder is a file.
    case isNotAFolder(path: String)
    /// A folder that holds files of others stands where a file belongs.
    case folderInTheWay(path: String)
    /// A file of others stands where a folder belongs.
    case fileInTheWay(path: String)
    /// The plan has a path that must not be written: it leaves the output folder, or takes a name that
    /// the list of files needs.
    case unusablePath(path: String)
    /// A page was to stay as it was, but it is gone.
    case cannotKeep(path: String)
    /// A source was changed while it was read.
    case sourceChanged(path: String)
}
