namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>Elasticsearch understood a call and refuses it: doing it again cannot help.</summary>
internal sealed class ElasticsearchRefusedException(string message) : Exception(message);
