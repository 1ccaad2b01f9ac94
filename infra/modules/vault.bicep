// Secrets that no identity can replace: the mail provider's, and the installation's own keys.
@description('Where the vault is placed.')
param location string

@description('Globally unique: 3 to 24 letters, digits and hyphens.')
@minLength(3)
@maxLength(24)
param name string

@description('Days in which a deleted vault or secret can be brought back.')
@minValue(7)
@maxValue(90)
param softDeleteDays int

@description('Whether nobody can remove it for good before those days are over. Cannot be switched off again.')
param purgeProtection bool

@description('Whether deleting it needs the lock to be removed first.')
param locked bool

@description('Tags of every resource.')
param tags { *: string }

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: softDeleteDays
    // Azure refuses false: it is on, or not there.
    enablePurgeProtection: purgeProtection ? true : null
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: vault
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Without the pseudonym key every employee would be taken for a new one.' }
}

@description('Resource id.')
output id string = vault.id

@description('Where secrets are read.')
output uri string = vault.properties.vaultUri
