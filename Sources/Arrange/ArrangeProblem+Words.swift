package import Diagnostics

extension ArrangeProblem {
    package func message(in language: Language) -> String {
        language == .vietnamese ? vietnameseMessage : englishMessage
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }

    private var vietnameseMessage: String {
        switch self {
        case .sameAddress(let path, let other): "địa chỉ \(path) đã thuộc về \(other)"
        case .sameID(let id, let other): "mã `\(id)` đã thuộc về \(other)"
        case .reservedAddress(let path): "địa chỉ \(path) dành riêng cho cổng thông tin"
        case .aliasTaken(let alias, let other): "địa chỉ cũ \(alias) đã thuộc về \(other)"
        case .aliasReserved(let alias): "địa chỉ cũ \(alias) dành riêng cho cổng thông tin"
        case .aliasNotAPath(let alias): "địa chỉ cũ `\(alias)` không phải là một đường dẫn bắt đầu bằng /"
        case .addressWithoutOwner(let url, let id):
            "địa chỉ đã đăng \(url) không còn bài nào (mã `\(id)`)"
        case .tagsWithOneSlug(let owner, let other, let slug, let given):
            "thẻ “\(owner)” và “\(other)” cùng có địa chỉ `\(slug)`; “\(other)” được dùng `\(given)`"
        case .noSuchTarget(let target, _): "liên kết tới `\(target)` nhưng không có bài, trang hay tệp này"
        case .noSuchAnchor(let anchor, let file, _): "\(file) không có mục `#\(anchor)`"
        case .linkToDraft(let file): "liên kết tới bài nháp \(file)"
        case .linkToScheduled(let file):
            "\(file) chưa đến giờ đăng nên liên kết tạm hiện thành chữ thường"
        case .linkToWithdrawn(let file): "\(file) đã gỡ nên liên kết hiện thành chữ thường"
        case .linkToHiddenFile(let path):
            "tệp `\(path)` nằm cạnh một bài không hiển thị nên không được đăng"
        case .noSuchFile(let path, _): "không có tệp `\(path)` trong content/"
        case .noSuccessor(let number): "không có văn bản số \(number) nào ban hành sau văn bản này"
        case .sameName(let other): "trùng tên với \(other)"
        case .photosWithoutText(let count): "album có \(count) ảnh không có mô tả và chú thích"
        }
    }

    private var englishMessage: String {
        switch self {
        case .sameAddress(let path, let other): "the address \(path) belongs to \(other) already"
        case .sameID(let id, let other): "the id `\(id)` belongs to \(other) already"
        case .reservedAddress(let path): "the address \(path) is the portal's own"
        case .aliasTaken(let alias, let other): "the old address \(alias) belongs to \(other) already"
        case .aliasReserved(let alias): "the old address \(alias) is the portal's own"
        case .aliasNotAPath(let alias): "the old address `\(alias)` is no path that starts with /"
        case .addressWithoutOwner(let url, let id):
            "the published address \(url) has no article any more (id `\(id)`)"
        case .tagsWithOneSlug(let owner, let other, let slug, let given):
            "the tags “\(owner)” and “\(other)” share the address `\(slug)`; “\(other)” gets `\(given)`"
        case .noSuchTarget(let target, _):
            "a link to `\(target)`, but there is no such article, page or file"
        case .noSuchAnchor(let anchor, let file, _): "\(file) has no anchor `#\(anchor)`"
        case .linkToDraft(let file): "a link to the draft \(file)"
        case .linkToScheduled(let file):
            "\(file) is not due yet, so the link is shown as plain text for now"
        case .linkToWithdrawn(let file): "\(file) is withdrawn, so the link is shown as plain text"
        case .linkToHiddenFile(let path):
            "the file `\(path)` lies beside an article that is not shown, so it is not published"
        case .noSuchFile(let path, _): "there is no file `\(path)` in content/"
        case .noSuccessor(let number): "no document with the number \(number) was issued after this one"
        case .sameName(let other): "it has the same name as \(other)"
        case .photosWithoutText(let count):
            "the album has photos with neither alternative text nor caption: \(count)"
        }
    }

    private var vietnameseRemedy: String? {
        switch self {
        case .sameAddress: "đặt `slug` khác cho một trong hai"
        case .sameID: "đặt `id` khác cho một trong hai"
        case .reservedAddress: "đổi tên tệp hoặc `slug`, hoặc đổi `paths` trong site.yaml"
        case .aliasTaken: "bỏ địa chỉ này khỏi `aliases` của một trong hai"
        case .aliasReserved: "bỏ địa chỉ này khỏi `aliases`"
        case .aliasNotAPath: "viết như `/tin-cu/` hoặc `/tin.aspx?id=5`"
        case .addressWithoutOwner(let url, _): "thêm `aliases: [\(url)]` vào bài thay thế"
        case .tagsWithOneSlug: "đặt `slug` cho một thẻ trong `tags` của site.yaml"
        case .noSuchTarget(_, let near): near.map { "ý bạn là `/\($0)`?" } ?? "sửa đường dẫn hoặc bỏ liên kết"
        case .noSuchAnchor(_, _, let near): near.map { "ý bạn là `#\($0)`?" } ?? "sửa hoặc bỏ phần sau dấu #"
        case .linkToDraft: "bỏ `draft` ở bài kia hoặc bỏ liên kết"
        case .linkToScheduled: nil
        case .linkToWithdrawn: "bỏ liên kết khi tiện"
        case .linkToHiddenFile: "chép tệp vào thư mục của bài này"
        case .noSuchFile(_, let near): near.map { "ý bạn là `/\($0)`?" } ?? "chép tệp vào hoặc sửa đường dẫn"
        case .noSuccessor: "sửa số, hoặc bỏ dòng này"
        case .sameName: "đổi tên một trong hai"
        case .photosWithoutText: "ghi chúng ở `photos`, mỗi ảnh có `alt` hoặc `caption`"
        }
    }

    private var englishRemedy: String? {
        switch self {
        case .sameAddress: "give one of the two another `slug`"
        case .sameID: "give one of the two another `id`"
        case .reservedAddress: "change the name of the file or its `slug`, or `paths` in site.yaml"
        case .aliasTaken: "take the address out of the `aliases` of one of the two"
        case .aliasReserved: "take the address out of `aliases`"
        case .aliasNotAPath: "write it like `/tin-cu/` or `/tin.aspx?id=5`"
        case .addressWithoutOwner(let url, _): "add `aliases: [\(url)]` to the article that replaces it"
        case .tagsWithOneSlug: "give one of the tags a `slug` under `tags` in site.yaml"
        case .noSuchTarget(_, let near):
            near.map { "did you mean `/\($0)`?" } ?? "mend the path or remove the link"
        case .noSuchAnchor(_, _, let near):
            near.map { "did you mean `#\($0)`?" } ?? "mend or remove what follows the #"
        case .linkToDraft: "remove `draft` from the other article, or remove the link"
        case .linkToScheduled: nil
        case .linkToWithdrawn: "remove the link when convenient"
        case .linkToHiddenFile: "copy the file into this article's folder"
        case .noSuchFile(_, let near):
            near.map { "did you mean `/\($0)`?" } ?? "copy the file there or mend the path"
        case .noSuccessor: "mend the number, or remove the line"
        case .sameName: "rename one of the two"
        case .photosWithoutText: "name them in `photos`, each with `alt` or `caption`"
        }
    }
}
