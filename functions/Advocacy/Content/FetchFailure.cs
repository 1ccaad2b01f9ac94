using System.Net.Sockets;

namespace Advocacy.Content;

/// <summary>A name led to an address that is not fetched from; the message is a sentence for the operator.</summary>
internal sealed class AddressRefusedException(string message) : IOException(message);

/// <summary>What went wrong on the wire, in words an operator can act on.</summary>
internal static class FetchFailure
{
    /// <summary>Whether another try may help: a broken line does heal, a refused address and a wrong name do not.</summary>
    public static FetchFault Fault(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException:
                case InvalidDataException:
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return FetchFault.Lasting;
                default:
                    break;
            }
        }
        return FetchFault.Passing;
    }

    public static string Sentence(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException:
                    return cause.Message;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                    return "There is no host of that name.";
                case SocketException { SocketErrorCode: SocketError.TryAgain }:
                    return "The name could not be looked up just now.";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return "The host refuses the connection.";
                case SocketException socket:
                    return $"The connection failed ({socket.SocketErrorCode}).";
                case InvalidDataException:
                    return "Its compressed body is broken.";
                case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return "No secure connection came about; its certificate may be wrong or expired.";
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return "The connection broke off before the end of the answer.";
                default:
                    break;
            }
        }
        return problem is HttpRequestException http && http.HttpRequestError != HttpRequestError.Unknown
            ? $"The answer could not be read ({http.HttpRequestError})."
            : "The connection broke off.";
    }
}
