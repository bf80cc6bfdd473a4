import Foundation
import Testing

@testable import Transparency

@Suite("Paths of tiles in the public vectors", .enabled(if: Vectors.areAtHand))
struct TilePathVectorTests {
  /// Rows of numbers and texts.
  enum Cell: Decodable {
    case number(UInt64)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(UInt64.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  struct Paths: Decodable {
    struct TileSet: Decodable {
      let size: UInt64
      let full: [String: UInt64]
      let partial: [String: Int]
    }
    let entriesForIndex: [[Cell]]
    let entries: [[Cell]]
    let tile: [[Cell]]
    let parseOk: [[Cell]]
    let parseBad: [[Cell]]
    let tileSetExamples: [TileSet]
  }

  let paths: Paths

  init() throws {
    paths = try Vectors.json("tlog/tile-paths.json")
  }

  @Test("Paths are written as by Tessera")
  func writing() throws {
    for row in paths.entriesForIndex {
      guard case .number(let index) = row[0], case .number(let size) = row[1],
        case .text(let want) = row[2]
      else { throw CocoaError(.formatting) }
      #expect(TileSpan(holding: index, of: size).map { TilePath.entries($0).text } == want)
    }
    for row in paths.entries {
      guard case .number(let index) = row[0], case .text(let want) = row[2] else {
        throw CocoaError(.formatting)
      }
      #expect(try TilePath.entries(Self.span(index, row[1])).text == want)
      #expect(try TilePath(want).text == want)
    }
    for row in paths.tile {
      guard case .number(let level) = row[0], case .number(let index) = row[1],
        case .text(let want) = row[3]
      else { throw CocoaError(.formatting) }
      let path = TilePath.hashes(level: Int(level), try Self.span(index, row[2]))
      #expect(path.text == want)
      #expect(try TilePath(want) == path)
    }
  }

  @Test("Paths are read as by Tessera")
  func reading() throws {
    #expect(paths.parseOk.count == 4)
    for row in paths.parseOk {
      guard case .text(let level) = row[0], case .text(let end) = row[1],
        case .number(let wantLevel) = row[2], case .number(let index) = row[3]
      else { throw CocoaError(.formatting) }
      let want = TilePath.hashes(level: Int(wantLevel), try Self.span(index, row[4]))
      #expect(try TilePath("tile/\(level)/\(end)") == want)
    }
    #expect(paths.parseBad.count == 15)
    for row in paths.parseBad {
      guard case .text(let level) = row[0], case .text(let end) = row[1] else {
        throw CocoaError(.formatting)
      }
      #expect(throws: TileError.self, "\(level)/\(end)") { try TilePath("tile/\(level)/\(end)") }
    }
  }

  @Test("Sizes need the tiles of the format's examples")
  func tileSets() {
    for example in paths.tileSetExamples {
      let levels = TileCoverage(size: example.size).levels
      for level in levels {
        #expect(level.fullCount == example.full["\(level.level)"] ?? 0)
        #expect(level.partialWidth == example.partial["\(level.level)"] ?? 0)
      }
    }
  }

  /// Tessera writes the width of a full tile as 0.
  private static func span(_ index: UInt64, _ width: Cell) throws -> TileSpan {
    guard case .number(let width) = width else { throw CocoaError(.formatting) }
    return try #require(
      TileSpan(index: index, width: width == 0 ? TileSpan.fullWidth : Int(width)))
  }
}
