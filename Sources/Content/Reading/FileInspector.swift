internal import Diagnostics
internal import Model

/// Looks into a file that may be published: whether it can be read, and what a picture's header says.
enum FileInspector {
    static func inspect(_ file: FoundFile, root: String) -> (SourceFile, [Diagnostic]) {
        let place = Place(file: "content/" + file.path)
        do throws(FileFailure) {
            let header = try header(root + "/content/" + file.diskPath, kind: PictureKind(file.path))
            return (source(file, header), warnings(file, header).map { Diagnostic(.warning, $0, at: place) })
        } catch {
            return (source(file, nil), [error.refusal(of: place.file).diagnostic])
        }
    }

    private static func source(_ file: FoundFile, _ header: PictureHeader?) -> SourceFile {
        SourceFile(
            path: file.path, diskPath: file.diskPath, size: file.size, publication: file.publication,
            image: header?.size)
    }

    /// Most headers stand in the first bytes; EXIF data and colour profiles can push them far back.
    private static func header(_ path: String, kind: PictureKind) throws(FileFailure) -> PictureHeader? {
        guard kind != .none else {
            _ = try FileReader.head(of: path, count: 0)
            return nil
        }
        if let header = PictureHeader(try FileReader.head(of: path, count: 4_096)) { return header }
        return PictureHeader(try FileReader.head(of: path, count: PictureHeader.headLength))
    }

    private static func warnings(_ file: FoundFile, _ header: PictureHeader?) -> [FolderProblem] {
        if header?.hasLocation == true { return [.locationInPhoto] }
        return header == nil && PictureKind(file.path) == .photo ? [.unreadablePicture] : []
    }
}

/// What a file's name promises about its header.
private enum PictureKind {
    /// Always has a size.
    case photo
    /// May have one.
    case drawing
    case none

    init(_ path: String) {
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        switch ending {
        case "jpg", "jpeg", "png", "gif", "webp": self = .photo
        case "svg", "avif": self = .drawing
        default: self = .none
        }
    }
}
