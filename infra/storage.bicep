// The queues that the functions read, and the account that holds them. Shared keys are off: every caller has an identity.
@description('Where the account is placed.')
param location string = resourceGroup().location

@description('Globally unique: 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param accountName string = 'advocacy${uniqueString(resourceGroup().id)}'

@description('Redundancy of the account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS'])
param sku string = 'Standard_ZRS'

var queueNames = ['content', 'tone', 'digests', 'engagement', 'fresh-links']

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: accountName
  location: location
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for name in flatten(map(queueNames, queue => [queue, '${queue}-poison'])): {
    parent: queueService
    name: name
  }
]

output queueServiceUri string = account.properties.primaryEndpoints.queue
