package import Bytes

/// What an earlier run remembered, for a run that remembers in turn.
package struct Recall: Sendable {
    /// Stands for the program: another one may read the same source as something else.
    package let program: ContentHash
    package let memory: SourceMemory?
    /// The inputs of a run of which everything is known: when they are the same, nothing is read. `unknown`
    /// matches none.
    package let inputs: ContentHash
    /// Whether articles that were there can be left unread when nothing but articles has come.
    package let addsArticles: Bool
    /// Whether an article with errors is what it was when it had none, or is left out when it never was.
    package let keepsLastGood: Bool
    /// Sources to be left out all the same: their pages are not there any more.
    package let leavesOut: Set<String>

    package init(
        program: ContentHash, memory: SourceMemory?, inputs: ContentHash = .unknown,
        addsArticles: Bool = false, keepsLastGood: Bool = false, leavesOut: Set<String> = []
    ) {
        self.program = program
        self.memory = memory
        self.inputs = inputs
        self.addsArticles = addsArticles
        self.keepsLastGood = keepsLastGood
        self.leavesOut = leavesOut
    }
}
