import ArgumentParser
import Build
import Model

struct NewCommand: PortalVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: say("Tạo bài nháp mới và in đường dẫn.", "Makes a new draft and prints its path."),
            aliases: ["bai-moi"])
    }

    @OptionGroup var common: CommonOptions

    @Argument(help: .init(say("Tiêu đề bài viết.", "The headline.")))
    var title: String

    @Option(
        name: [.short, .long],
        help: .init(
            say("Chuyên mục; mặc định là chuyên mục đầu tiên.", "The category; the first one by default.")))
    var category: String?

    func run() throws {
        let request = common.request
        let inventory = SiteInventory.read(request)
        do {
            let draft = try NewDraft(
                title: title, category: category, in: inventory, now: request.now)
            try draft.write(siteRoot: request.root)
            Console.print(draft.path)
        } catch let problem as NewDraftProblem {
            throw ValidationError(
                problem.message(in: common.language(site: inventory.settings.language)))
        }
    }
}
