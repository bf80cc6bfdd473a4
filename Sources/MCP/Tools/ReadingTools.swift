import Answers
import EventLog
import JSON
package import Stances

/// The tools that read a log: one for each question that an assistant needs, and one for the
/// vocabulary.
package struct ReadingTools: Sendable {
  /// The path of the log, which is opened for each call: it may grow or be replaced meanwhile.
  let path: String
  /// The current instant.
  let now: @Sendable () -> Timestamp
  /// The current day.
  let today: @Sendable () -> Day

  /// How much one answer may cost.
  ///
  /// An assistant reads all of it, and has room for little.
  static let limits = WorkLimits(
    seconds: 20, answerBytes: 100_000, gatheredBytes: 1 << 28, take: { _ in })
  /// How many entries of a timeline are shown unless more are asked for.
  static let timelineLimit = 20

  /// Tools that read the log at a path.
  package init(
    path: String, now: @escaping @Sendable () -> Timestamp, today: @escaping @Sendable () -> Day
  ) {
    self.path = path
    self.now = now
    self.today = today
  }

  /// All of them, in the order of their names.
  package var all: [Tool] {
    [
      tool(
        ChangesQuestion.self, "changes",
        """
        Use it for "what changed" and "what did this day of news change". Give two values, A..B, \
        for to (what happened between two days), knownBy (what publications changed) or at (what \
        was recorded between two positions of the log).
        """,
        comparing: [.lastTo, .lastKnownBy, .lastAt]),
      tool(
        EventQuestion.self, "event",
        """
        Other answers name events by their ids; this one gives the sources, with addresses and \
        quotes, that a claim has to be cited with, and says whether the event was corrected or \
        retracted.
        """),
      tool(
        ExplanationQuestion.self, "explain",
        """
        Use it before you say why, or on whose word: each move in order, what it was graded, what \
        contests it, and which rule decided.
        """),
      tool(
        NewsQuestion.self, "news",
        """
        Use it for "what is new since …": since takes a day, an instant or a position of the log; \
        watch narrows it, as in company:lenovo,market:UA. Each line says why it is shown.
        """),
      tool(
        PostureQuestion.self, "posture",
        """
        Use it for where companies stand: what each says, what it does, on whose evidence, and the \
        gap between the two. Name companies if you can: all of them can be a long answer.
        """),
      tool(
        SearchQuestion.self, "search",
        """
        Begin here if you have a name or a topic and need the slug of a company, body or measure, \
        or the id of an event.
        """),
      tool(
        TimelineQuestion.self, "timeline",
        """
        The last entries are shown, \(Self.timelineLimit) unless limit says otherwise; before and \
        after take the id of an event and show what came before or after it.
        """,
        atMost: (.partLimit, Self.timelineLimit)),
      VocabularyTool.tool,
    ]
  }

  /// The tool that asks one question.
  ///
  /// - Parameters:
  ///   - question: the question, whose parameters and answers the tool has.
  ///   - name: the name of the tool.
  ///   - use: when to use it, after what the question itself says of that.
  ///   - compared: parameters of which one has to be given with two values.
  ///   - most: how much of a list is shown unless more is asked for.
  /// - Returns: the tool, which opens the log each time that it is called.
  private func tool<Asked: Question>(
    _ question: Asked.Type, _ name: String, _ use: String, comparing compared: [Parameter] = [],
    atMost most: (Parameter, Int)? = nil
  ) -> Tool {
    // Of a whole list only a picture is made.
    let parameters = question.asks
    return Tool(
      name, title: question.name, description: "\(question.summary)\n\(use)",
      input: parameters.inputSchema
    ) { [self] call in
      var given = try Given(parameters.texts(of: call.arguments), for: question.parameters)
      guard compared.isEmpty || compared.contains(where: { given.isCompared($0) }) else {
        throw ToolInputError.nothingToCompare(compared.map(\.name))
      }
      if let (parameter, count) = most, given.text(parameter) == nil {
        given = given.setting([(parameter, String(count))])
      }
      return try answer(question, given)
    }
  }

  private func answer<Asked: Question>(
    _ question: Asked.Type, _ given: Given
  ) throws -> ToolAnswer {
    try EventLog.open(at: path, for: .reading).read(within: Self.limits) { log in
      let asked = try Answers.Asked(
        given, as: .json, at: log.state, today: today(), now: now())
      let reply = try question.reply(to: asked, in: log)
      let json = try reply.json()
      try log.note(written: json.compactBytes().count)
      // Half as long as text for terminals, and no id is broken in two.
      let text = try reply.bytes(as: .md, Rendering())
      return ToolAnswer(text: String(decoding: text, as: UTF8.self), json: json)
    }
  }
}

extension Given {
  /// Whether a parameter was given with two values.
  fileprivate func isCompared(_ parameter: Parameter) -> Bool {
    parameter.first.map { texts[$0] != nil } ?? false
  }
}
