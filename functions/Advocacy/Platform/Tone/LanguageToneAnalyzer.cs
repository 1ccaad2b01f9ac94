using Azure.AI.TextAnalytics;

namespace Advocacy.Platform.Tone;

/// <summary>
/// The tone analyser in Azure: sentiment analysis of Azure AI Language, ten texts to a request, with the service's own logging of
/// texts off. Sentiment analysis retires there on 2029-03-31: the others take its place by configuration alone.
/// </summary>
public sealed class LanguageToneAnalyzer(TextAnalyticsClient client, LanguageOptions options, TimeProvider time)
    : IToneAnalyzer
{
    /// <inheritdoc/>
    /// <remarks>With the model as configured: under <c>latest</c>, texts read by an earlier model are not read again.</remarks>
    public string Version => Named(options.ModelVersion);

    /// <inheritdoc/>
    /// <exception cref="LanguageUnavailableException">The service is out or refuses us; says what to do.</exception>
    public async Task<IReadOnlyList<ToneReading>> AnalyzeAsync(
        IReadOnlyList<ToneText> texts,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(texts);
        var documents = Documents(texts);
        var readings = new ToneReading[documents.Count];

        // The service may ask to wait for hours; the queue waits better than we do.
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(options.GiveUpSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, giveUp.Token);
        try
        {
            await Parallel.ForEachAsync(
                LanguageDocument.Batches(documents),
                new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = either.Token },
                async (batch, stop) => await ReadAsync(batch, readings, stop)
            );
        }
        catch (Exception error) when (error is not LanguageUnavailableException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw LanguageUnavailableException.Of(error);
        }

        var parts = documents.ToLookup(
            document => document.Text,
            document => (readings[document.Place], document.Part.Length)
        );
        return [.. texts.Select((text, i) => NeverSent(text) ?? LanguageReading.Join([.. parts[i]]))];
    }

    private List<LanguageDocument> Documents(IReadOnlyList<ToneText> texts)
    {
        List<LanguageDocument> documents = [];
        for (var i = 0; i < texts.Count; i++)
        {
            if (NeverSent(texts[i]) is null)
            {
                var language = texts[i].PrimaryLanguage.ToLowerInvariant();
                documents.AddRange(
                    LanguageParts
                        .Of(texts[i].Text, danish: language == "da")
                        .Select((part, n) => new LanguageDocument(documents.Count + n, i, part, language))
                        .ToList()
                );
            }
        }
        return documents;
    }

    /// <summary>The reading of a text that the service need not be asked about; else <c>null</c>.</summary>
    private ToneReading? NeverSent(ToneText text) =>
        string.IsNullOrWhiteSpace(text.Text) ? NotJudged.Empty(Named(options.ModelVersion))
        : string.IsNullOrWhiteSpace(text.Language) ? NotJudged.Language(Named(options.ModelVersion), text.Language)
        : null;

    private async Task ReadAsync(
        IReadOnlyList<LanguageDocument> batch,
        ToneReading[] readings,
        CancellationToken cancellationToken
    )
    {
        var settings = new AnalyzeSentimentOptions { DisableServiceLogs = true, ModelVersion = options.ModelVersion };
        var answer = await client.AnalyzeSentimentBatchAsync(
            batch.Select(document => document.ToInput()),
            settings,
            cancellationToken
        );
        var analyzer = Named(answer.Value.ModelVersion ?? options.ModelVersion);
        var results = answer.Value.ToDictionary(result => result.Id);
        foreach (var document in batch)
        {
            readings[document.Place] = results.TryGetValue(document.Id, out var result)
                ? LanguageReading.Of(result, document.Language, analyzer)
                : throw new LanguageUnavailableException(
                    $"Azure AI Language answered {results.Count} of {batch.Count} texts."
                );
        }
    }

    private static string Named(string modelVersion) => $"azure-language/{modelVersion}";
}
