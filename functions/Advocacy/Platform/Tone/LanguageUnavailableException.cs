using Azure;
using Azure.Identity;

namespace Advocacy.Platform.Tone;

/// <summary>
/// Azure AI Language judged nothing: it is out, too slow, or refuses us. The message says what to do and holds no word of a text;
/// it is kept beside the queue's message, where an operator reads it.
/// </summary>
public sealed class LanguageUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static LanguageUnavailableException Of(Exception error) =>
        new($"Azure AI Language judged nothing: {Reason(error)}", error);

    private static string Reason(Exception error) =>
        error switch
        {
            // What the pipeline throws after its last try: the errors of all tries.
            AggregateException { InnerExceptions: [.., var last] } tries =>
                $"tried {tries.InnerExceptions.Count} times, at last {Reason(last)}",
            RequestFailedException { Status: 0 } => "it could not be reached. Check Advocacy:Language:Endpoint.",
            RequestFailedException failed => $"it answered {failed.Status} {failed.ErrorCode}".TrimEnd()
                + $". {Advice(failed.Status)}",
            OperationCanceledException => "it did not answer in time.",
            AuthenticationFailedException =>
                "the app could not sign in to Azure. Check that its identity exists and AZURE_CLIENT_ID names it.",
            _ => $"its answer could not be read ({error.GetType().Name}).",
        };

    private static string Advice(int status) =>
        status switch
        {
            400 => "It refused a request as a whole; its limits may have changed.",
            401 or 403 => "Give the app's identity the role Cognitive Services User on the Language account.",
            404 => "Advocacy:Language:Endpoint must be a Language account's, with its custom subdomain.",
            429 => "It takes no more requests now; a higher tier takes more.",
            _ => "It is out for now.",
        };
}
