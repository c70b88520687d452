import DocumentTemplates
import Documents
import PlanFiles

/// The office's own templates among its files.
enum OfficeWording {
  /// The templates among these files; the program's where there are none or one has an error.
  static func templates(_ sources: [OfficeSource]) -> Templates {
    Templates(
      files: sources.compactMap { source in source.templateName.map { ($0, source.bytes) } })
  }

  /// What is wrong with the templates among these files, which stand in the folder at `path`.
  static func findings(_ sources: [OfficeSource], at path: String) -> [FileFinding] {
    templates(sources).findings.map {
      FileFinding(
        path: path + "/" + OfficeSource.path(ofTemplate: $0.template), finding: $0.finding,
        excerpt: $0.excerpt)
    }
  }
}
