import ArgumentParser
import Build
import CMalloc
import Diagnostics
import Glibc

/// The command line: flags, call, exit code. One file per verb.
struct Bantin: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "bantin",
            abstract: say(
                "Cổng tin công đoàn từ một thư mục bài viết.", "A news portal from a folder of articles."),
            version: Version.text,
            subcommands: [
                InitCommand.self, NewCommand.self, PublishCommand.self, WithdrawCommand.self,
                BuildCommand.self,
                CheckCommand.self, ListCommand.self, ServeCommand.self, HostCommand.self, VisitsCommand.self,
            ])
    }
}

enum Version {
    static let text = "0.1.0"
}

/// Exit codes: 0 done, 1 content or theme has errors, 2 wrong usage, 3 the machine failed.
enum Exit {
    static let siteHasErrors = ExitCode(1)
    static let wrongUsage = ExitCode(2)
    static let machineFailed = ExitCode(3)

    /// Ends the run while `report` still stands: giving a large site back piece by piece takes longer than
    /// the system takes for all of it.
    static func leave(_ report: some Any, with code: ExitCode) -> Never {
        withExtendedLifetime(report) { Glibc.exit(code.rawValue) }
    }
}

extension BuildReport {
    /// The exit code of a run that found errors.
    var failure: ExitCode { isWrongUsage ? Exit.wrongUsage : Exit.siteHasErrors }
}

@main
enum Main {
    static func main() async {
        // A reader that goes away (`bantin list | head`) must not kill a build in the middle.
        signal(SIGPIPE, SIG_IGN)
        // What is large goes back to the system as soon as it is let go. By itself the C library keeps more of it the larger
        // the blocks were: a build of 10,000 articles took 4 MB more at its peak.
        mallopt(M_MMAP_THRESHOLD, 1 << 20)
        do {
            var command = try Bantin.parseAsRoot()
            do {
                // What can do without other threads does: with few files left to open there are none.
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch let failure as any Error & Problem {
                (command as? any PortalVerb)?.show(failure)
                Glibc.exit(Exit.machineFailed.rawValue)
            }
        } catch {
            leave(with: error)
        }
    }

    /// Help and version are no errors; everything else that the parser refuses is wrong usage.
    private static func leave(with error: any Error) -> Never {
        let code = Bantin.exitCode(for: error)
        let message = ParserWords.text(Bantin.fullMessage(for: error))
        if code.isSuccess {
            Console.print(message)
            Glibc.exit(0)
        }
        if !message.isEmpty { Console.error(message + "\n") }
        Glibc.exit(error is ExitCode ? code.rawValue : Exit.wrongUsage.rawValue)
    }
}
