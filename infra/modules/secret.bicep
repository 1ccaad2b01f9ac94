// A secret that somebody else gave us. Written where this deployment was handed one, otherwise left as it is.
@description('The vault.')
param vaultName string

@description('Name of the secret.')
param name string

@description('Empty: what is there stays.')
@secure()
param value string

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(value)) {
  parent: vault
  name: name
  properties: { value: value }
}
