package import Content
package import Diagnostics
import Files
import Model
import Output

/// A source whose front matter a command changes: read, edited in memory, written whole.
package struct SourceEdit {
    package let source: SingleSource
    private let path: String
    private let before: [UInt8]
    package private(set) var editor: FrontMatterEditor

    /// Fails with everything that is wrong with the file when it cannot be edited.
    package init(_ source: SingleSource, root: String) throws(SourceEditFailure) {
        self.source = source
        // A link stays a link: the file it leads to is replaced.
        path = RealPath.existing(root + "/" + source.diskFile) ?? root + "/" + source.diskFile
        do throws(OutputFailure) { before = try WholeFile.read(path) } catch { throw .machine(error) }
        do throws(FrontMatterEditRefusal) {
            editor = try FrontMatterEditor(
                bytes: before, file: source.file, parameters: source.site.parameters ?? [])
        } catch {
            throw .refused(error.diagnostic)
        }
    }

    package mutating func edit(
        _ change: (inout FrontMatterEditor) throws(FrontMatterEditRefusal) -> Void
    ) throws(SourceEditFailure) {
        do throws(FrontMatterEditRefusal) { try change(&editor) } catch { throw .refused(error.diagnostic) }
    }

    /// What `write` would change.
    package var changes: LineChanges { LineChanges(from: before, to: editor.bytes) }

    /// Replaces the file, unless nothing changed; true when it did. Fails when somebody has saved it since it was read.
    @discardableResult
    package func write() throws(SourceEditFailure) -> Bool {
        guard editor.bytes != before else { return false }
        let isAsRead: Bool
        do throws(OutputFailure) {
            isAsRead = try WholeFile.read(path) == before
            if isAsRead { try WholeFile.write(editor.bytes, to: path) }
        } catch {
            throw .machine(error)
        }
        if isAsRead { return true }
        throw .refused(
            Diagnostic(.error, PublicationProblem.changedMeanwhile, at: Place(file: source.file)))
    }
}

package enum SourceEditFailure: Error {
    case refused(Diagnostic)
    /// An `OutputFailure` or, when the source had been changed already, an `UnfinishedChange`.
    case machine(any Error & Problem)
}

extension SourceEditFailure {
    /// The machine failed after the source was left alone or, when it `isChanged`, had been written.
    init(_ failure: OutputFailure, _ source: SingleSource, isChanged: Bool) {
        self = .machine(isChanged ? UnfinishedChange(cause: failure, file: source.file) : failure)
    }
}
