import ArgumentParser
import Build
import Diagnostics

struct InitCommand: PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: say("Tạo một cổng thông tin mới.", "Makes a new portal."), aliases: ["tao"])
    }

    @OptionGroup var common: CommonOptions

    @Flag(
        name: [.customLong("theme-copy"), .customLong("chep-giao-dien")],
        help: .init(
            say(
                "Chép giao diện `sen` vào themes/sen/ để sửa; cổng đã có thì chỉ chép giao diện.",
                "Copies theme `sen` to themes/sen/, to be changed; into a portal that exists, nothing but the theme."
            )))
    var themeCopy = false

    @Argument(help: .init(say("Thư mục mới.", "The new folder."), valueName: "dir"))
    var folder = "."

    func run() throws {
        let target = CommonOptions.absolute(folder.hasPrefix("/") ? folder : common.root + "/" + folder)
        let messages = InitMessages(language: common.language(site: nil), target: target, folder: folder)
        let isTheme = themeCopy && WholeFile.exists(target + "/site.yaml")
        let files = (isTheme ? [] : BuiltInThemes.starter) + (themeCopy ? BuiltInThemes.copy : [])
        // Nothing of somebody's is ever overwritten.
        if let taken = files.map(\.path).first(where: { WholeFile.exists(target + "/" + $0) }) {
            Console.error(isTheme ? messages.themeFileTaken(taken) : messages.taken(taken))
            throw Exit.wrongUsage
        }
        for file in files { try WholeFile.write(file.bytes, to: target + "/" + file.path) }
        Console.print(isTheme ? messages.copied : messages.made)
    }
}

/// What `init` says.
private struct InitMessages {
    let language: Language
    let target: String
    let folder: String

    func taken(_ path: String) -> String {
        pick(
            "lỗi: \(target)/\(path) đã có\n  cách sửa: chọn một thư mục khác\n",
            "error: \(target)/\(path) exists already\n  remedy: choose another folder\n")
    }

    func themeFileTaken(_ path: String) -> String {
        pick(
            "lỗi: \(target)/\(path) đã có\n  cách sửa: dời hoặc đổi tên themes/sen/, rồi chạy lại\n",
            "error: \(target)/\(path) exists already\n  remedy: move themes/sen/ away or rename it, then run this again\n"
        )
    }

    var made: String {
        let way = folder == "." ? "" : pick("vào thư mục \(folder), ", "go to the folder \(folder), ")
        return pick(
            "Đã tạo cổng thông tin trong \(target).\nTiếp theo: \(way)sửa site.yaml, rồi chạy: bantin build",
            "Made a portal in \(target).\nNext: \(way)edit site.yaml, then run: bantin build")
    }

    var copied: String {
        pick(
            "Đã chép giao diện sen vào \(target)/themes/sen.\nTiếp theo: sửa các tệp trong đó, rồi chạy: bantin build",
            "Copied theme sen to \(target)/themes/sen.\nNext: edit the files there, then run: bantin build")
    }

    private func pick(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }
}
