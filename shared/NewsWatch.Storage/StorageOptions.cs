using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Storage;

/// <summary>Where the embedded store keeps its files. Section <c>NewsWatch</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "NewsWatch";

    /// <summary>Folder of the SQLite files; made when absent. Default <c>data</c> in the working folder. Unused with Elasticsearch.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "NewsWatch:Data is empty: name the folder that the archive is kept in.")]
    public string Data { get; set; } = "data";
}
