namespace NewsWatch.Formats.Text.Markup;

/// <summary>A place where a document is not well formed, and how it was read.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Message">A sentence.</param>
public readonly record struct MarkupFault(int Line, string Message);
