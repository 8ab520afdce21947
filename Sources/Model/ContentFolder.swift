/// The folders of content/ that hold no articles.
package enum ContentFolder {
    /// Standing pages.
    package static let pages = "trang"
    /// Official documents.
    package static let documents = "van-ban"
    /// Photo albums.
    package static let albums = "anh"

    package static let all = [pages, documents, albums]
}
