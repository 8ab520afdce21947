import Glibc

/// The user's browser.
enum Browser {
    /// Programs that open an address: of desktops, and of Windows for a Linux inside it.
    private static let openers = ["xdg-open", "wslview", "explorer.exe"]

    /// Opens `address` and does not wait; false when no program for it is there.
    static func open(_ address: String) -> Bool {
        // Nobody waits for its end, and nothing is to be left of it.
        signal(SIGCHLD, SIG_IGN)
        return openers.contains { start($0, address) }
    }

    private static func start(_ program: String, _ address: String) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // What it has to say is not for the lines of the preview.
        for descriptor: Int32 in [0, 1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var arguments = [strdup(program), strdup(address), nil]
        defer { arguments.forEach { free($0) } }
        var process = pid_t()
        return posix_spawnp(&process, program, &actions, nil, &arguments, environ) == 0
    }
}
