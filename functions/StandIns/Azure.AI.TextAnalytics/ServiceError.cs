using System.Text.Json;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>An error of the service, of a document or of a request; the inner one is the more exact.</summary>
internal sealed record ServiceError(string Code, string Message, string? Target = null, ServiceError? Innererror = null)
{
    public TextAnalyticsError ToError() => Innererror?.ToError() ?? new(Code, Message, Target);
}

/// <summary>Takes code and message of a <see cref="RequestFailedException"/> from the answer's body.</summary>
internal sealed class ServiceErrorParser : RequestFailedDetailsParser
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        try
        {
            if (
                response.Content.ToObjectFromJson<Body>(s_json) is
                { Error: { Code: not null, Message: not null } failed }
            )
            {
                var exact = failed.ToError();
                error = new ResponseError((string)exact.ErrorCode, exact.Message);
            }
        }
        catch (JsonException)
        {
            // Something in between answered: the status says enough.
        }
        return error is not null;
    }

    private sealed record Body(ServiceError? Error);
}
