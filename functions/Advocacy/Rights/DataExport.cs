using System.Text.Json;
using Advocacy.Platform.Store;
using Advocacy.Programme;

namespace Advocacy.Rights;

/// <summary>
/// The file that a person takes along. Its shape is a contract: fields may be added, and a change of any that is there raises
/// <see cref="Schema"/>. The documents are as they are stored, each with its <c>type</c> and <c>schema</c>.
/// </summary>
public sealed record DataExport
{
    public static JsonSerializerOptions Options { get; } = new(DocumentJson.Options) { WriteIndented = true };

    public int Schema { get; init; } = 1;
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>Who answers for the data.</summary>
    public required ExportController Controller { get; init; }

    /// <summary>The id that the person's documents are kept under, and the address it stands for; that is left out once erased.</summary>
    public required ExportSubject Subject { get; init; }

    /// <summary>In the order of <see cref="Records.All"/>; kinds of which there is nothing are left out.</summary>
    public required IReadOnlyList<ExportRecords> Records { get; init; }

    internal static DataExport Of(
        PersonalFile file,
        CompanyProfile company,
        DataWords words,
        string language,
        DateTimeOffset now
    ) =>
        new()
        {
            GeneratedAt = now,
            Controller = new ExportController(company.Name, company.ReplyAddress),
            Subject = new ExportSubject(file.Subject.Id, file.Subject.Address),
            Records =
            [
                .. file.Kinds.Select(records => new ExportRecords(
                    records.Kind.Type.Name,
                    records.Kind.Container.Name,
                    words.SourceOf(records.Kind.Group!.Value, language),
                    words.WhyOf(records.Kind.Group!.Value, language),
                    words.UntilOf(records.Kind.Group!.Value, language),
                    [
                        .. records.Documents.Select(document =>
                            JsonSerializer.SerializeToElement(document, document.GetType(), DocumentJson.Options)
                        ),
                    ]
                )),
            ],
        };
}

public sealed record ExportController(string Name, string Contact);

public sealed record ExportSubject(string EmployeeId, string? Address);

/// <param name="Kind">The documents' type.</param>
/// <param name="Container">Where they lie.</param>
/// <param name="Source">Where they come from, in the person's language.</param>
/// <param name="Why">What they are for.</param>
/// <param name="Until">How long they stay.</param>
/// <param name="Documents">As they are stored; of a failed message the part that is about this person.</param>
public sealed record ExportRecords(
    string Kind,
    string Container,
    string Source,
    string Why,
    string Until,
    IReadOnlyList<JsonElement> Documents
);
