import ArgumentParser
import Build
import Model
import Visits

extension VisitsCommand {
    struct Log: AsyncParsableCommand, PortalVerb {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "log",
                abstract: say(
                    "Đếm từ nhật ký nginx, Apache, nơi không chạy được `bantin host`.",
                    "Counts from logs of nginx or Apache, where no `bantin host` can run."))
        }

        @OptionGroup var common: CommonOptions

        @Argument(
            help: .init(
                say(
                    "Nhật ký dạng combined, nén gzip cũng được; dòng đã đếm không đếm lại.",
                    "Logs in the combined format, packed with gzip or not; no line is counted twice."),
                valueName: "file"))
        var files: [String]

        func run() async throws {
            let portal = try CountedPortal(common)
            let inventory = SiteInventory.read(common.request)
            let store = try portal.writing
            let tally = try LogCounter.count(
                files, known: try await store.marks(),
                pages: LoggedPages(portal.settings, addresses: inventory.articleAddresses),
                settings: portal.settings, at: Clock.now)
            _ = try await store.add(tally.batch)
            tell(tally, portal)
        }

        private func tell(_ tally: LogTally, _ portal: CountedPortal) {
            for lines in tally.strange {
                Console.note(
                    portal.words(
                        "\(lines.file):\(lines.first): \(lines.count) dòng không phải yêu cầu, đã bỏ qua",
                        "\(lines.file):\(lines.first): \(lines.count) lines are no requests and were left out"
                    ))
            }
            if portal.settings.visits.isLive {
                Console.note(
                    portal.words(
                        "`visits: {live: true}`: các trang đã báo cho `bantin host`, đếm thêm từ nhật ký là đếm hai lần",
                        "`visits: {live: true}`: pages tell `bantin host`; what the log says as well is counted twice"
                    ))
            }
            Console.print(
                portal.words(
                    "Đã đếm thêm \(tally.visits) lượt truy cập, \(tally.views) lượt xem bài; \(tally.known) dòng đã đếm từ trước.",
                    "Counted: \(tally.visits) visits, \(tally.views) views; \(tally.known) lines were counted before."
                ))
        }
    }
}
