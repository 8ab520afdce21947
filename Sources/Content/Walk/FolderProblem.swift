/// What is wrong with how content/ is laid out.
enum FolderProblem: Hashable, Sendable {
    case noContentFolder
    case noSources
    case reservedCategory(String)
    /// A source directly in content/.
    case straySource(String)
    /// `_index.md` anywhere but directly in a category's folder.
    case misplacedCategoryIndex
    /// `index.md` directly in a category's folder or in content/trang/.
    case indexWithoutFolder
    case unpublishedKind(String)
    /// Bytes.
    case largeFile(Int)
    case locationInPhoto
    case unreadablePicture
    case folderLoop
    /// Two names in one folder that are equal in NFC.
    case sameName
    /// A pipe, a socket, a device, or a link that leads nowhere.
    case notAFile
    case malformedAddress
}
