import ArgumentParser
import Build
import Diagnostics

struct InitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: say("Tạo một cổng thông tin mới.", "Makes a new portal."), aliases: ["tao"])
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: .init(say("Thư mục mới.", "The new folder."), valueName: "dir"))
    var folder = "."

    func run() throws {
        let target = CommonOptions.absolute(folder.hasPrefix("/") ? folder : common.root + "/" + folder)
        let language = common.language(site: nil)
        if let taken = Self.firstTaken(in: target) {
            Console.error(
                language == .vietnamese
                    ? "lỗi: \(target)/\(taken) đã có\n  cách sửa: chọn một thư mục khác\n"
                    : "error: \(target)/\(taken) exists already\n  remedy: choose another folder\n")
            throw Exit.wrongUsage
        }
        for file in BuiltInThemes.starter { try WholeFile.write(file.bytes, to: target + "/" + file.path) }
        let name =
            folder == "."
            ? "" : (language == .vietnamese ? "vào thư mục \(folder), " : "go to the folder \(folder), ")
        Console.print(
            language == .vietnamese
                ? "Đã tạo cổng thông tin trong \(target).\nTiếp theo: \(name)sửa site.yaml, rồi chạy: bantin build"
                : "Made a portal in \(target).\nNext: \(name)edit site.yaml, then run: bantin build")
    }

    /// Nothing of somebody's is ever overwritten.
    private static func firstTaken(in target: String) -> String? {
        BuiltInThemes.starter.map(\.path).first { WholeFile.exists(target + "/" + $0) }
    }
}
