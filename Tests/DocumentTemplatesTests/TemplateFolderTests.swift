import DocumentTemplates
import Testing

@Suite struct TemplateFolderTests {}
